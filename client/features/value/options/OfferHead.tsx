/** The head of an offer's column: its name and kind, and a way to take it off the table. */
import { Trash2 } from 'lucide-react';
import type { Financing } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { undoToast } from '../../../ui/undoToast.tsx';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './options.module.css';
import { WORDS } from './words.ts';

export function OfferHead({ offer: { id, label, form } }: { offer: Financing }) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const name = label || say('unnamedOffer');
  const remove = (): void => {
    desk.remove([id]);
    undoToast(say('removed', { name }), () => { desk.restore([id]); });
  };
  return (
    <span className={styles.offerHead}>
      <span className={styles.offerName}>{name}</span>
      <span className={`${styles.small} ${styles.quiet}`}>{say(form)}</span>
      {mayWrite && (
        <button type="button" className={styles.change} aria-label={say('removeOffer', { name })} title={say('removeOffer', { name })} onClick={remove}>
          <Trash2 size={15} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}
