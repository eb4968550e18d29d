/** The small shape of a side: circle for the seller, hexagon for the seller's team, square for the client. */
import styles from './side.module.css';

/** Sides as this folder needs them: three shapes with a colour each. */
export type SideShape = 'seller' | 'internal' | 'client';

/** Points of a flat-topped hexagon in a box of 24, so that it stands on an edge like the others do. */
export const HEXAGON = '6.2,1.2 17.8,1.2 23.6,12 17.8,22.8 6.2,22.8 0.4,12';

export function Shape({ side }: { side: SideShape }) {
  if (side === 'seller') return <circle cx="12" cy="12" r="11.5" />;
  if (side === 'internal') return <polygon points={HEXAGON} strokeLinejoin="round" />;
  return <rect x="0.75" y="0.75" width="22.5" height="22.5" rx="4.5" />;
}

/** Always beside words: the shape alone says nothing to a screen reader. */
export function SideGlyph({ side, size = 10 }: { side: SideShape; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className={`${styles.glyph} ${styles[side]}`} aria-hidden>
      <Shape side={side} />
    </svg>
  );
}
