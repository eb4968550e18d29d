/** The two sides' word on a driver: filled when given, dashed when open; one's own can be given and taken back. */
import { Tooltip } from '@mantine/core';
import type { Agreement } from '../../../../shared/value/agreement.ts';
import type { Driver, SideOfValue } from '../../../../shared/value/model.ts';
import { Shape } from '../../../ui/SideGlyph.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useSides, valueSide } from '../useSides.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './agreed.module.css';
import { setAgreed, useAgreement } from './useAgreement.ts';

const TEXTS = texts('value.agreed', {
  en: {
    agreed: '{{who}} agrees', open: '{{who}} has not agreed yet', changed: '{{who}} agreed to other figures', give: 'Agree for {{who}}', back: 'Take back that {{who}} agrees', again: 'Agree to the new figures for {{who}}',
  },
  it: {
    agreed: '{{who}} concorda', open: '{{who}} non ha ancora detto sì', changed: '{{who}} aveva concordato altre cifre', give: 'Concorda per {{who}}', back: 'Ritira il sì di {{who}}', again: 'Concorda le nuove cifre per {{who}}',
  },
});

export function Agreed({ driver }: { driver: Driver }) {
  return <span className={styles.sides}><Side driver={driver} side="seller" /><Side driver={driver} side="client" /></span>;
}

const DEEDS = { agreed: 'back', open: 'give', changed: 'again' } as const satisfies Record<Agreement, string>;

function Side({ driver, side }: { driver: Driver; side: SideOfValue }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const table = useTable();
  const mayWrite = useMayWrite();
  const agreement = useAgreement(driver, side);
  const mine = mayWrite && valueSide(table.project.me.side) === side;
  const words = say(agreement, { who: sides[side] });
  const glyph = <Sign side={side} agreement={agreement} />;
  if (!mine) return <Tooltip label={words}><span className={styles.sign} role="img" aria-label={words}>{glyph}</span></Tooltip>;
  return (
    <Tooltip label={say(DEEDS[agreement], { who: sides[side] })}>
      <button type="button" className={styles.sign} aria-pressed={agreement === 'agreed'} aria-label={say(DEEDS[agreement], { who: sides[side] })} onClick={() => { setAgreed(table, driver, side, agreement !== 'agreed'); }}>{glyph}</button>
    </Tooltip>
  );
}

/** Changed figures: the shape stays, its filling goes. */
const Sign = ({ side, agreement }: { side: SideOfValue; agreement: Agreement }) => (
  <svg viewBox="-3 -3 30 30" width={14} height={14} className={styles.shape} data-side={side} data-agreement={agreement} aria-hidden><Shape side={side} /></svg>
);
