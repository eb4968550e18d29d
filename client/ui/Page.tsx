/** A page within the shell: its margins, its one title, and what the browser's tab says. */
import { type ReactNode, useEffect } from 'react';
import styles from './Page.module.css';

/** `wide` fills up to 1240 px, `reading` holds a column that reads well, `form` a narrow one. */
export function Page({ children, width = 'wide' }: { children: ReactNode; width?: 'wide' | 'reading' | 'form' }) {
  return <div className={`${styles.page} ${styles[width]}`}>{children}</div>;
}

interface TitleProps {
  children: string;
  /** One quiet sentence below. */
  under?: ReactNode;
  /** Buttons beside it. */
  actions?: ReactNode;
  /** For screen readers and the tab alone, where the page shows its title elsewhere. */
  hidden?: boolean;
  /** What the tab says after the title; the project's title within a project. */
  within?: string | undefined;
  /** What the tab says instead, where the title is a greeting. */
  tab?: string;
}

export function PageTitle({ children, under, actions, hidden = false, within, tab = children }: TitleProps) {
  useTabTitle(within ? `${tab} · ${within}` : tab);
  if (hidden) return <h1 className="ins-hidden">{children}</h1>;
  return (
    <div className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title} tabIndex={-1}>{children}</h1>
        {under && <p className={styles.under}>{under}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What the browser's tab says while this is on screen. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Insieme`;
  }, [title]);
}
