/** A fingerprint in groups of eight, so that two people can compare it aloud. Copying gives it without gaps. */
import styles from './Hash.module.css';

interface Props {
  value: string;
  /** Only the first and the last group. */
  short?: boolean;
}

export function Hash({ value, short = false }: Props) {
  const groups = value.match(/.{1,8}/g) ?? [];
  const shown = short && groups.length > 2 ? [groups[0], '…', groups.at(-1)] : groups;
  return (
    <code className={styles.hash} title={short ? value : undefined}>
      {shown.map((group, n) => <span key={n} className={styles.group}>{group}</span>)}
    </code>
  );
}
