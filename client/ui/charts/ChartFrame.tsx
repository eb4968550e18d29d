/** Around every chart: what it says in words for those who do not see it, its legend, and the same figures as a table. */
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ScrollBox } from '../ScrollBox.tsx';
import { texts, useText } from '../text.ts';
import styles from './charts.module.css';
import { useWidth } from './useWidth.ts';

const TEXTS = texts('ui.chart', {
  en: { table: 'As a table', chart: 'As a chart' },
  it: { table: 'Come tabella', chart: 'Come grafico' },
});

interface Props {
  /** One sentence that says what the chart shows. */
  label: string;
  height: number;
  /** Draws into a box of this width; nothing is drawn before it is known. */
  children: (width: number) => ReactNode;
  /** The same figures, exact. */
  table: ReactNode;
  legend?: ReactNode;
}

export function ChartFrame({ label, height, children, table, legend }: Props) {
  const say = useText(TEXTS);
  const [asTable, setAsTable] = useState(false);
  const [box, width] = useWidth();
  const Icon = asTable ? ChartColumn : Table2;
  return (
    <figure className={styles.frame}>
      {asTable
        ? <ScrollBox label={label} className={styles.scroll}>{table}</ScrollBox>
        : (
            <div ref={box} style={{ height }}>
              {width > 0 && <svg role="img" aria-label={label} width={width} height={height} className={styles.svg}>{children(width)}</svg>}
            </div>
          )}
      <figcaption className={styles.foot}>
        {!asTable && legend}
        <button type="button" className={`ins-quiet ${styles.toggle}`} aria-pressed={asTable} onClick={() => { setAsTable(!asTable); }}>
          <Icon size={15} strokeWidth={1.75} aria-hidden />
          {say(asTable ? 'chart' : 'table')}
        </button>
      </figcaption>
    </figure>
  );
}

/** One line of a legend: a shape and its word. */
export function LegendItem({ shape, children }: { shape: ReactNode; children: ReactNode }) {
  return <span className={styles.legend}>{shape}{children}</span>;
}
