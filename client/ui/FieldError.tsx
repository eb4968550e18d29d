/** A mistake in a field, tied to it by `id`: give the field `aria-describedby` with the same one. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './FieldError.module.css';

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={styles.error}>
      <CircleAlert size={14} strokeWidth={1.75} aria-hidden className={styles.icon} />
      {children}
    </span>
  );
}
