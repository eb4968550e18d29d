/** Results that are not money, beside the money: where they stand, where they shall go, and how far they have come. */
import { cellKey } from '../../../../shared/value/keys.ts';
import type { Outcome } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { RowsCard } from '../rows/RowsCard.tsx';
import { useFigures } from '../useFigures.ts';
import { useSnapshot } from '../ValueContext.tsx';
import styles from './outcomes.module.css';

const TEXTS = texts('value.outcomes', {
  en: {
    title: 'Results that are not money', label: 'Result', unit: 'Measured in', baseline: 'Today', target: 'Aim', actual: 'Reached', source: 'Where it is read', way: 'On the way', add: 'Add a result', fresh: 'New result', unnamed: 'Result without words',
    none: 'What will be better that no sum shows? Calm patients, a clear consent, a car that starts.', wayOf: '{{share}} of the way', wayNot: 'not measured yet',
  },
  it: {
    title: 'Risultati che non sono denaro', label: 'Risultato', unit: 'Si misura in', baseline: 'Oggi', target: 'Traguardo', actual: 'Raggiunto', source: 'Dove si legge', way: 'A che punto', add: 'Aggiungi un risultato', fresh: 'Nuovo risultato', unnamed: 'Risultato senza parole',
    none: 'Che cosa andrà meglio che nessuna somma mostra? Pazienti tranquilli, un consenso chiaro, un’auto che parte.', wayOf: '{{share}} della strada', wayNot: 'non ancora misurato',
  },
});
const PROMISED = ['label', 'unit', 'baseline', 'target'] as const;
const MEASURED = [...PROMISED, 'actual', 'source'] as const;

/** `measured`: with what was reached, where that is read and how far it has come; otherwise what is promised alone. */
export function OutcomesCard({ measured = false }: { measured?: boolean }) {
  const say = useText(TEXTS);
  const { outcomes } = useSnapshot().model;
  const columns = (measured ? MEASURED : PROMISED).map(field => ({
    id: field, head: say(field), name: say(field), words: field === 'label' || field === 'unit' || field === 'source', cellOf: (id: string) => cellKey(id, field),
  }));
  return (
    <RowsCard
      title={say('title')} kind="out" empty={say('none')} add={{ verb: say('add'), label: say('fresh') }} columns={columns}
      rows={outcomes.map(({ id, label }) => ({ id, name: label || say('unnamed') }))}
      {...(measured ? { figure: { head: say('way'), of: (id: string) => <Way outcome={outcomes.find(each => each.id === id)} /> } } : {})}
    />
  );
}

/** (reached − today) / (aim − today), from 0 to 1; undefined while one is missing or there is no way to go. */
export function wayOf({ baseline, target, actual }: Pick<Outcome, 'baseline' | 'target' | 'actual'>): number | undefined {
  if (baseline === null || target === null || actual === null || target === baseline) return undefined;
  return (actual - baseline) / (target - baseline);
}

function Way({ outcome }: { outcome: Outcome | undefined }) {
  const say = useText(TEXTS);
  const { share } = useFigures();
  const way = outcome && wayOf(outcome);
  if (way === undefined) return <span className={styles.quiet}>{say('wayNot')}</span>;
  return (
    <span className={styles.way}>
      <span className={styles.track} aria-hidden><span className={styles.done} style={{ width: `${Math.min(1, Math.max(0, way)) * 100}%` }} /></span>
      {say('wayOf', { share: share(way, 0) })}
    </span>
  );
}
