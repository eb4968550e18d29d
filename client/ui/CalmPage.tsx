/** A whole page that says one thing: what happened, what is safe, what to do. Outside of any shell. */
import type { ReactNode } from 'react';
import styles from './CalmPage.module.css';
import { Wordmark } from './Mark.tsx';
import { useTabTitle } from './Page.tsx';

interface Props {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** At the top right: the language switch, where somebody may not be signed in. */
  corner?: ReactNode;
}

export function CalmPage({ title, children, action, corner }: Props) {
  useTabTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <a href="/" aria-label="Insieme" className={styles.home}><Wordmark height={24} /></a>
        {corner}
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        <h1 className={styles.title}>{title}</h1>
        {children && <div className={styles.words}>{children}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </main>
    </div>
  );
}
