/** What only one's own house reads: hatched ground, a lock, and the words that say so. */
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './HatchedBox.module.css';

interface Props {
  /** "Only Nodo reads this": always in words, never the colour alone. */
  label: string;
  children: ReactNode;
  /** `internal` in must for the seller's house, `client` in ultramarine for the client's. */
  house?: 'internal' | 'client';
  /** Within a list: edges above and below alone. */
  flat?: boolean;
}

export function HatchedBox({ label, children, house = 'internal', flat = false }: Props) {
  return (
    <div className={`${styles.box} ${styles[house]} ${flat ? styles.flat : ''}`}>
      <p className={styles.label}>
        <Lock size={14} strokeWidth={1.75} aria-hidden />
        {label}
      </p>
      {children}
    </div>
  );
}
