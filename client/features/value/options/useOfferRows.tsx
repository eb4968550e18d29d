/** The rows of the financing table: what each offer costs, and the terms it follows from. */
import type { ReactNode } from 'react';
import type { FinancingCost } from '../../../../shared/value/financing.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import { type Financing, FINANCING_FIELDS } from '../../../../shared/value/model.ts';
import { Select } from '../../../ui/Select.tsx';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { type Say, useText } from '../../../ui/text.ts';
import type { SideGroup, SideRow } from '../compare/SideBySide.tsx';
import { CellField } from '../fields/CellField.tsx';
import { type Figures, useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './options.module.css';
import { WORDS } from './words.ts';

type Words = Say<(typeof WORDS)['en']>;
type Cost = FinancingCost | undefined;

/** Which terms an offer of each kind has; the others do not apply. */
const TERMS = {
  amount: ['loan', 'lease'], months: ['loan', 'lease', 'rental'], nominalRate: ['loan'], fee: ['loan', 'lease', 'rental'],
  upfront: ['lease', 'rental'], monthly: ['lease', 'rental'], residual: ['lease'],
} as const satisfies Partial<Record<keyof typeof FINANCING_FIELDS, readonly Financing['form'][]>>;

export function useOfferRows(offers: readonly Financing[], costs: readonly Cost[]): SideGroup[] {
  const say = useText(WORDS);
  const figures = useFigures();
  return [
    { id: 'cost', title: say('whatItCosts'), rows: [...costRows(say, figures, offers, costs), riskRow(say, offers)] },
    { id: 'terms', title: say('terms'), rows: termRows(say, offers) },
  ];
}

function costRows(say: Words, { cents, share }: Figures, offers: readonly Financing[], costs: readonly Cost[]): SideRow[] {
  const missing = <span className={`${styles.small} ${styles.quiet}`}>{say('missing')}</span>;
  const row = (id: 'monthly' | 'total' | 'apr', cell: (cost: FinancingCost, offer: Financing) => ReactNode, more: Partial<SideRow> = {}): SideRow => ({
    id, label: say(id), bestWord: say('lowest'), best: lowest(costs.map(cost => cost?.[id] ?? null)), ...more,
    cells: offers.map((offer, nth) => {
      const cost = costs[nth];
      return cost ? cell(cost, offer) : missing;
    }),
  });
  return [
    row('monthly', cost => cents(cost.monthly), { strong: true }),
    row('total', cost => cents(cost.total), { hint: say('totalHint') }),
    row('apr', (cost, { form }) => (cost.apr === null ? <span className={`${styles.small} ${styles.quiet}`}>{say(form === 'rental' ? 'noApr' : 'noRate')}</span> : share(cost.apr, 2, 2)), { hint: say('aprHint') }),
  ];
}

/** The lowest is marked only where there is something to choose between. */
function lowest(amounts: readonly (number | null)[]): number[] {
  const known = amounts.filter(amount => amount !== null);
  const least = Math.min(...known);
  return known.length < 2 ? [] : amounts.flatMap((amount, nth) => (amount !== null && Math.abs(amount - least) < 1e-9 ? [nth] : []));
}

const riskRow = (say: Words, offers: readonly Financing[]): SideRow =>
  ({ id: 'risk', label: say('risk'), hint: say('riskHint'), cells: offers.map(offer => <RiskCell key={offer.id} offer={offer} />) });

function RiskCell({ offer: { id, riskBearer, label } }: { offer: Financing }) {
  const say = useText(WORDS);
  const sides = useSides();
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const names = { '': say('nobodySaid'), lender: say('lender'), ...sides };
  if (mayWrite) {
    return (
      <Select
        className={styles.cell} aria-label={`${say('risk')}: ${label}`} value={riskBearer}
        options={FINANCING_FIELDS.riskBearer.options.map(value => ({ value, label: names[value] }))} onChange={value => { desk.change(id, { riskBearer: value }); }}
      />
    );
  }
  return <>{(riskBearer === 'client' || riskBearer === 'seller') && <SideGlyph side={riskBearer} />} {names[riskBearer]}</>;
}

function termRows(say: Words, offers: readonly Financing[]): SideRow[] {
  const cells = (cell: (offer: Financing) => ReactNode): ReactNode[] => offers.map(cell);
  const field = ({ id, label }: Financing, name: string, words: string, lines = 1): ReactNode => <span className={styles.cell}><CellField cell={cellKey(id, name)} label={`${words}: ${label}`} quiet lines={lines} /></span>;
  const terms = (Object.keys(TERMS) as (keyof typeof TERMS)[]).map((name): SideRow => {
    const words = say(name === 'monthly' ? 'monthlyPaid' : name);
    const forms: readonly string[] = TERMS[name];
    return { id: name, label: words, cells: cells(offer => (forms.includes(offer.form) ? field(offer, name, words) : <span className={`${styles.small} ${styles.quiet}`}>{say('notHere')}</span>)) };
  });
  return [
    { id: 'label', label: say('offerName'), cells: cells(offer => field(offer, 'label', say('offerName'))) },
    { id: 'form', label: say('form'), cells: cells(offer => <FormCell key={offer.id} offer={offer} />) },
    ...terms,
    { id: 'included', label: say('included'), hint: say('includedHint'), cells: cells(offer => field(offer, 'included', say('included'), 3)) },
  ];
}

function FormCell({ offer: { id, form, label } }: { offer: Financing }) {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  return (
    <Select
      className={styles.cell} aria-label={`${say('form')}: ${label}`} value={form} disabled={!mayWrite}
      options={FINANCING_FIELDS.form.options.map(value => ({ value, label: say(value) }))} onChange={value => { desk.change(id, { form: value }); }}
    />
  );
}
