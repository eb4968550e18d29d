/** A person as initials in the shape and colour of their side. */
import { initialsOf } from './initials.ts';
import { Shape, type SideShape } from './SideGlyph.tsx';
import styles from './side.module.css';

interface Props {
  name: string;
  side: SideShape;
  /** Pixels: 20 in dense text, 26 in threads, 32 in bars and lists, 44 on a page of their own. */
  size?: number;
  /** They no longer have a place here. */
  former?: boolean;
  /** Say the name: set it where no words beside the badge do. */
  named?: boolean;
}

export function PersonBadge({ name, side, size = 32, former = false, named = false }: Props) {
  const spoken = named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true };
  return (
    <span
      className={`${styles.badge} ${styles[side]} ${former ? styles.former : ''}`}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.36)) }}
      {...spoken}
    >
      <svg viewBox="0 0 24 24" aria-hidden>
        <Shape side={side} />
      </svg>
      <span className={styles.initials}>{initialsOf(name)}</span>
    </span>
  );
}
