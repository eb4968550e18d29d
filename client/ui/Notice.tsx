/** A notice in place, next to its cause: what happened, what is safe, what to do. */
import { CircleCheck, Info, Snowflake, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type NoticeTone = 'information' | 'frozen' | 'attention' | 'danger' | 'good';

const ICONS: Record<NoticeTone, LucideIcon> = {
  information: Info,
  frozen: Snowflake,
  attention: TriangleAlert,
  danger: TriangleAlert,
  good: CircleCheck,
};

interface Props {
  tone: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link, at the end of the line. */
  action?: ReactNode;
  icon?: LucideIcon;
  /** Read out at once: only for what a person must not miss, such as a failure to save. */
  assertive?: boolean;
}

export function Notice({ tone, title, children, action, icon, assertive = false }: Props) {
  const Icon = icon ?? ICONS[tone];
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={assertive ? 'alert' : 'status'}>
      <Icon size={18} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.body}>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
