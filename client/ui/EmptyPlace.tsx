/** An empty place: one serif sentence on what it is for, one green action, one quiet example. No drawings. */
import type { ReactNode } from 'react';
import styles from './EmptyPlace.module.css';

interface Props {
  children: ReactNode;
  action?: ReactNode;
  example?: ReactNode;
}

export function EmptyPlace({ children, action, example }: Props) {
  return (
    <div className={styles.place}>
      <p className={styles.sentence}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
      {example && <p className={styles.example}>{example}</p>}
    </div>
  );
}
