/** One calm line with an icon: saved, offline, frozen, released. Says it in words; the icon only helps the eye. */
import { Check, CircleDashed, CloudOff, LoaderCircle, Snowflake, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './StatusLine.module.css';

export type StatusKind = 'good' | 'working' | 'offline' | 'waiting' | 'attention' | 'danger' | 'frozen';

const ICONS: Record<StatusKind, LucideIcon> = {
  good: Check,
  working: LoaderCircle,
  offline: CloudOff,
  waiting: CircleDashed,
  attention: TriangleAlert,
  danger: TriangleAlert,
  frozen: Snowflake,
};

interface Props {
  kind: StatusKind;
  children: ReactNode;
  /** Another icon than the kind's own. */
  icon?: LucideIcon;
}

export function StatusLine({ kind, children, icon }: Props) {
  const Icon = icon ?? ICONS[kind];
  return (
    <span className={`${styles.line} ${styles[kind]}`}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <span>{children}</span>
    </span>
  );
}
