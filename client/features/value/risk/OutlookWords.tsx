/** What the draws say in words and a small table: the chance that a side loses, and how far each side's result spreads. */
import type { ReactNode } from 'react';
import type { Outlook, Spread } from '../../../../shared/value/simulate.ts';
import { ScrollBox } from '../../../ui/ScrollBox.tsx';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import styles from './risk.module.css';
import { WORDS } from './words.ts';

export function OutlookWords({ outlook }: { outlook: Outlook }) {
  const say = useText(WORDS);
  const { money, share } = useFigures();
  const { number } = useFormat();
  const sides = useSides();
  const draws = number(outlook.draws);
  const { joint, chanceEitherLoses } = outlook;
  return (
    <>
      <p className={`${styles.chance} ${chanceEitherLoses > 0 ? styles.chanceLoss : ''}`}>
        {chanceEitherLoses > 0 ? say('chanceEither', { share: chance(chanceEitherLoses) }) : say('chanceNone', { draws })}
      </p>
      <p className={styles.hint}>{chanceEitherLoses > 0 && say('chanceEitherHow', { draws })} {say('nine', { low: money(joint.p5), high: money(joint.p95) })}</p>
      <ScrollBox label={say('table')}>
        <table className={styles.spread}>
          <thead>
            <tr><th scope="col">{say('who')}</th><th scope="col">{say('p5')}</th><th scope="col">{say('p50')}</th><th scope="col">{say('p95')}</th><th scope="col">{say('loses')}</th></tr>
          </thead>
          <tbody>
            <SpreadRow name={say('together')} spread={joint} loses={chance(outlook.chanceJointLoses)} strong />
            <SpreadRow name={<><SideGlyph side="seller" /> {sides.seller}</>} spread={outlook.seller} loses={chance(outlook.chanceSellerLoses)} />
            <SpreadRow name={<><SideGlyph side="client" /> {sides.client}</>} spread={outlook.client} loses={chance(outlook.chanceClientLoses)} />
          </tbody>
        </table>
      </ScrollBox>
    </>
  );

  /** Rare is not never: "less than 0.1%" keeps its decimal. */
  function chance(of: number): string {
    return of > 0 && of < 0.0005 ? `< ${share(0.0005, 2)}` : share(of);
  }
}

function SpreadRow({ name, spread, loses, strong = false }: { name: ReactNode; spread: Spread; loses: string; strong?: boolean }) {
  const { money } = useFigures();
  const figure = (amount: number) => <td className={amount < 0 ? styles.negative : ''}>{money(amount)}</td>;
  return (
    <tr className={strong ? styles.strong : ''}>
      <th scope="row">{name}</th>
      {figure(spread.p5)}
      {figure(spread.p50)}
      {figure(spread.p95)}
      <td>{loses}</td>
    </tr>
  );
}
