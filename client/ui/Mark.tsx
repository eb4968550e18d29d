/** The sign of the house: a circle and a square that overlap. `Wordmark` sets the name beside it. */
import { useId } from 'react';
import styles from './Mark.module.css';

/** `label` gives it a name; without one it is decoration beside words that say the same. */
export function Mark({ height = 24, label }: { height?: number; label?: string }) {
  const clip = useId();
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg viewBox="0 0 42 28" height={height} width={height * 1.5} className={styles.mark} {...named}>
      <defs>
        <clipPath id={clip}>
          <circle cx="14" cy="14" r="13" />
        </clipPath>
      </defs>
      <circle cx="14" cy="14" r="13" className={styles.circle} />
      <rect x="16" y="2" width="24" height="24" rx="4" className={styles.square} />
      <rect x="16" y="2" width="24" height="24" rx="4" className={styles.joint} clipPath={`url(#${clip})`} />
    </svg>
  );
}

export function Wordmark({ height = 24 }: { height?: number }) {
  return (
    <span className={styles.wordmark} style={{ fontSize: height * 0.9, gap: height * 0.36 }}>
      <Mark height={height} />
      <span className={styles.name}>insieme</span>
    </span>
  );
}
