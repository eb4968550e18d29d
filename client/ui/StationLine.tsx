/** Stations on a line: those behind filled, the present one ringed, those ahead empty. */
import styles from './StationLine.module.css';

interface Props {
  stations: readonly { id: string; label: string; under?: string | undefined }[];
  /** Index of the present one. */
  at: number;
  /** What the line is, for those who do not see it. */
  label: string;
  /** Without words: only the dots, with the present station's name read out. */
  small?: boolean;
  /** When given, each station can be gone to. */
  onGo?: ((index: number) => void) | undefined;
  /** Says what pressing a station does. */
  goLabel?: (station: string) => string;
}

export function StationLine({ stations, at, label, small = false, onGo, goLabel }: Props) {
  if (small) return <SmallLine stations={stations} at={at} label={label} />;
  return (
    <div>
      <ol className={styles.line} aria-label={label}>
        {stations.map((station, index) => (
          <li key={station.id} className={`${styles.station} ${place(index, at)}`} aria-current={index === at ? 'step' : undefined}>
            {onGo && index !== at ? (
              <button type="button" className={styles.go} aria-label={goLabel?.(station.label)} onClick={() => { onGo(index); }}>
                <span className={styles.dot} /><span className={styles.label}>{station.label}</span>
              </button>
            ) : (
              <span className={styles.stand}><span className={styles.dot} /><span className={styles.label}>{station.label}</span></span>
            )}
            {station.under && <span className={styles.under}>{station.under}</span>}
          </li>
        ))}
      </ol>
      <p className={styles.onPhone} aria-hidden>{stations[at]?.label}</p>
    </div>
  );
}

function SmallLine({ stations, at, label }: Pick<Props, 'stations' | 'at' | 'label'>) {
  return (
    <span className={styles.small}>
      <span className={styles.dots} aria-hidden>
        {stations.map((station, index) => <span key={station.id} className={`${styles.tiny} ${place(index, at)}`} />)}
      </span>
      <span><span className="ins-hidden">{label}: </span>{stations[at]?.label}</span>
    </span>
  );
}

const place = (index: number, at: number): string => (index < at ? styles.behind : index === at ? styles.present : styles.ahead) ?? '';
