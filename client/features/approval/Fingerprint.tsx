/** The fingerprint of what is on screen, beside what the server keeps: computed here, of the very object drawn. */
import { Check, Fingerprint as FingerprintIcon, TriangleAlert } from 'lucide-react';
import { Hash } from '../../ui/Hash.tsx';
import { useText } from '../../ui/text.ts';
import styles from './Fingerprint.module.css';
import { WORDS } from './words.ts';

interface Props {
  /** Of what this page drew. */
  here: string;
  /** Of what the server keeps. */
  there: string;
}

export function Fingerprint({ here, there }: Props) {
  const say = useText(WORDS);
  return (
    <div>
      <div className={styles.head}>
        <span className={styles.label}>{say('fingerprint')}</span>
        {here === there
          ? <span className={styles.same}><Check size={14} strokeWidth={2} aria-hidden />{say('same')}</span>
          : <span className={styles.differs}><TriangleAlert size={14} strokeWidth={2} aria-hidden />{say('differs')}</span>}
      </div>
      <div className={styles.box}><Hash value={here} /></div>
    </div>
  );
}

export function FingerprintLine({ here, there }: Props) {
  const say = useText(WORDS);
  return (
    <p className={styles.line}>
      <FingerprintIcon size={18} strokeWidth={1.75} aria-hidden />
      <Hash value={here} short />
      {here === there && <span className={styles.plain}><Check size={16} strokeWidth={2} aria-hidden />{say('sameShort')}</span>}
    </p>
  );
}
