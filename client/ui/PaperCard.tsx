/** Paper: what a person has said. Machines speak in even rectangles, people in paper with one large corner. */
import type { ReactNode } from 'react';
import styles from './PaperCard.module.css';

interface Props {
  children: ReactNode;
  /** `plain` on a card, `sunken` for a sentence within one, `attention` for a doubt, `waiting` for what waits for the reader. */
  tone?: 'plain' | 'sunken' | 'attention' | 'waiting';
  /** Sentences, certificates and other large sheets have a larger corner. */
  large?: boolean;
  className?: string | undefined;
}

export function PaperCard({ children, tone = 'plain', large = false, className = '' }: Props) {
  return <div className={`${styles.paper} ${styles[tone]} ${large ? styles.large : ''} ${className}`}>{children}</div>;
}
