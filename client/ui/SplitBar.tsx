/**
 * The split bar, the same everywhere: round end for the seller, square end for the client, hatched where terms are
 * still open, a tick at the target. Decoration beside figures that say the same in words.
 */
import type { ReactNode } from 'react';
import styles from './SplitBar.module.css';

interface Props {
  /** Of the whole, from 0 to 1; the open part is in it. */
  sellerShare: number;
  /** Where the seller's share would end by the agreed target; without one nothing is open. */
  target?: number | undefined;
  height?: number;
  /** Without the tick: where the bar is too thin for one. */
  plain?: boolean;
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`;

export function SplitBar({ sellerShare, target, height = 36, plain = false }: Props) {
  const from = Math.min(sellerShare, target ?? sellerShare);
  const to = Math.max(sellerShare, target ?? sellerShare);
  return (
    <span className={styles.bar} style={{ height }} aria-hidden>
      <span className={styles.parts}>
        <span className={styles.seller} style={{ width: percent(sellerShare) }} />
        <span className={styles.client} />
        <span className={styles.open} style={{ insetInlineStart: percent(from), width: percent(to - from) }} />
      </span>
      {target !== undefined && !plain && <span className={styles.tick} style={{ insetInlineStart: percent(target) }} />}
    </span>
  );
}

/** Instead of a split, while a side loses. */
export const NoSplitBar = ({ children, height = 30 }: { children: ReactNode; height?: number }) => (
  <p className={styles.none} style={{ minHeight: height }}>{children}</p>
);
