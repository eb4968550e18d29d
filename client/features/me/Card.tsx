/** One card of the settings, with its heading. */
import type { ReactNode } from 'react';
import styles from './Card.module.css';

export function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
