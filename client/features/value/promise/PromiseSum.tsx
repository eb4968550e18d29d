/** What a year came to: how much of the plan was kept, which gain share is due, and what is paid in all. */
import type { YearPromise } from '../../../../shared/value/promise.ts';
import type { Terms } from '../../../../shared/value/terms.ts';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './promise.module.css';
import { WORDS } from './words.ts';

export function PromiseSum({ promise, terms: { price } }: { promise: YearPromise; terms: Terms }) {
  const say = useText(WORDS);
  const { money, share } = useFigures();
  const sides = useSides();
  const missing = promise.drivers.filter(({ actual, planned }) => actual === null && planned !== 0).length;
  if (promise.drivers.every(({ actual }) => actual === null)) {
    return <section className={`ins-frame ${styles.sum}`}><p className={styles.sentence}>{say('notYet')}</p><p className={styles.how}>{say('notYetHint')}</p></section>;
  }
  return (
    <section className={`ins-frame ${styles.sum}`} aria-live="polite">
      <div>
        <p className={styles.figure}>{promise.kept === null ? money(promise.actual) : say('keptBig', { share: share(promise.kept) })}</p>
        <p className={styles.how}>{say('keptSentence', { actual: money(promise.actual), planned: money(promise.planned) })}</p>
        {missing > 0 && <p className={styles.missing}>{say('incomplete', { count: missing })}</p>}
      </div>
      <div>
        <p className={styles.label}>{say('due')}</p>
        <p className={styles.figure2}>{money(promise.gainShareDue)}</p>
        <p className={styles.how}>{price.gainShare > 0 ? say('dueHow', { share: share(price.gainShare, 4), client: sides.client, threshold: money(price.threshold) }) : say('dueNone')}</p>
      </div>
      <div>
        <p className={styles.label}>{say('paid', { ...sides, year: promise.year })}</p>
        <p className={styles.figure2}>{money(promise.paid)}</p>
        <p className={styles.how}>{say('paidHow', { fee: money(price.yearly), due: money(promise.gainShareDue) })}</p>
      </div>
    </section>
  );
}
