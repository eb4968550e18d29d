/** The sign of what belongs to both, for legends: a line with a diamond. */
import { Diamond } from '../../../ui/charts/Axis.tsx';
import styles from './charts.module.css';

export const JointGlyph = () => (
  <svg width={18} height={10} aria-hidden>
    <line x1={0} x2={18} y1={5} y2={5} className={styles.joint} />
    <Diamond x={9} y={5} size={4.5} />
  </svg>
);
