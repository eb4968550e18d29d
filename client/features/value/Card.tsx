/** A card of the value page: serif title, what can be done at its right, content that may reach the edges. */
import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

interface Props {
  title: ReactNode;
  children: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** Content that brings its own margins: tables to the edge. */
  flush?: boolean;
  className?: string | undefined;
}

export function Card({ title, children, actions, flush = false, className = '' }: Props) {
  const id = useId();
  return (
    <section className={`ins-frame ${className}`} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>{title}</h2>
        {actions}
      </div>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
