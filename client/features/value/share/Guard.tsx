/** A scenario in which somebody loses: who, how much, why, and what could repair it. No split, no slider. */
import { Button } from '@mantine/core';
import { EyeOff, GitBranch, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import type { Guard as GuardOf } from '../../../../shared/value/guard.ts';
import { NoSplitBar } from '../../../ui/SplitBar.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { yearsInWords } from '../overYears.ts';
import { useDrawAlternative } from '../scenarios/useDrawAlternative.ts';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useMayWrite } from '../ValueContext.tsx';
import styles from './share.module.css';

const TEXTS = texts('value.guard', {
  en: {
    title: 'How we share it', one: '{{who}} would lose {{amount}}', both: '{{who}} would lose {{amount}}, and {{other}} {{otherAmount}}', joint: 'Together you would lose {{amount}}',
    why: 'We do not show a split while one side loses.', putIn: 'Over {{years}} the two of you would put in {{cost}} and get back {{benefit}}.', taken: 'Together there are {{npv}} to share, but the price leaves {{gainer}} with {{amount}}: more than there is.',
    simple: 'The plain return looks positive (+{{simple}}) because it ignores time: the costs come first, the value later. In today’s money it is {{roi}}.',
    noPrice: 'No price can repair this:', noPriceBody: 'the result together is negative. Only lower costs or earlier value can.',
    draw: 'Draw an alternative', change: 'What must change?', none: 'No split until both sides gain',
    need: 'For nobody to lose together, the benefits would have to be {{more}} higher than assumed, or the costs {{amount}} lower in today’s money.',
    upfrontLess: '{{amount}} less at the start would leave {{who}} without a loss.', upfrontMore: '{{amount}} more at the start would leave {{who}} without a loss.',
  },
  it: {
    title: 'Come lo dividiamo', one: '{{who}} perderebbe {{amount}}', both: '{{who}} perderebbe {{amount}} e {{other}} {{otherAmount}}', joint: 'Insieme perdereste {{amount}}',
    why: 'Finché una parte perde non si divide.', putIn: 'In {{years}} mettereste {{cost}} in due e ne riavreste {{benefit}}.', taken: 'Insieme ci sono {{npv}} da dividere, ma con questo prezzo a {{gainer}} vanno {{amount}}: più di quanto c’è.',
    simple: 'Il ritorno semplice sembra positivo (+{{simple}}) perché non guarda al tempo: i costi vengono prima, il valore dopo. In denaro di oggi è {{roi}}.',
    noPrice: 'Nessun prezzo può rimediare:', noPriceBody: 'il risultato insieme è negativo. Servono costi più bassi o valore che arriva prima.',
    draw: 'Disegna un’alternativa', change: 'Che cosa deve cambiare?', none: 'Nessuna divisione finché non guadagnano entrambi',
    need: 'Perché insieme non si perda, i benefici dovrebbero essere più alti del previsto del {{more}}, oppure i costi più bassi di {{amount}} in denaro di oggi.',
    upfrontLess: 'Con {{amount}} in meno all’inizio {{who}} non perderebbe.', upfrontMore: 'Con {{amount}} in più all’inizio {{who}} non perderebbe.',
  },
});

interface Props {
  evaluation: Evaluation;
  guard: Extract<GuardOf, { kind: 'loss' }>;
}

export function Guard({ evaluation, guard }: Props) {
  const say = useText(TEXTS);
  const draw = useDrawAlternative();
  const mayWrite = useMayWrite();
  const [asked, setAsked] = useState(false);
  return (
    <section className={styles.guardCard} aria-label={say('title')}>
      <div className={styles.guard}>
        <h2 className={styles.guardTitle}><TriangleAlert size={20} strokeWidth={1.75} aria-hidden /><Title evaluation={evaluation} guard={guard} /></h2>
        <Why evaluation={evaluation} guard={guard} />
        {asked && <p className={styles.need}><Need evaluation={evaluation} guard={guard} /></p>}
        <div className={styles.deeds}>
          {mayWrite && <Button leftSection={<GitBranch size={16} strokeWidth={1.75} aria-hidden />} onClick={() => { draw(evaluation.scenario); }}>{say('draw')}</Button>}
          {!asked && <Button variant="default" onClick={() => { setAsked(true); }}>{say('change')}</Button>}
        </div>
      </div>
      <NoSplitBar><EyeOff size={15} strokeWidth={1.75} aria-hidden />{say('none')}</NoSplitBar>
    </section>
  );
}

function Title({ evaluation: { results }, guard: { losers } }: Props) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money } = useFigures();
  const [first, second] = losers;
  if (!first) return say('joint', { amount: money(-results.npv) });
  if (!second) return say('one', { who: sides[first.side], amount: money(first.amount) });
  return say('both', { who: sides[first.side], amount: money(first.amount), other: sides[second.side], otherAmount: money(second.amount) });
}

function Why({ evaluation: { terms, results }, guard }: Props) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money, share, language } = useFigures();
  const gainer = guard.losers[0]?.side === 'client' ? 'seller' : 'client';
  return (
    <>
      <p>
        {say('why')}{' '}
        {guard.jointLoss
          ? say('putIn', { years: yearsInWords(language, terms.years), cost: money(results.pvc), benefit: money(results.pvb) })
          : say('taken', { npv: money(results.npv), gainer: sides[gainer], amount: money(gainer === 'seller' ? results.sellerNpv : results.clientNpv) })}
      </p>
      {guard.simpleRoiMisleads && <p className={styles.aside}>{say('simple', { simple: share(results.simpleRoi ?? 0, 1, 1), roi: share(results.roi ?? 0, 1, 1) })}</p>}
      {guard.jointLoss && <p className={styles.aside}><strong>{say('noPrice')}</strong> {say('noPriceBody')}</p>}
    </>
  );
}

function Need({ evaluation: { results }, guard }: Props) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money, share } = useFigures();
  const [loser] = guard.losers;
  if (guard.upfrontChange !== null && loser) {
    return say(guard.upfrontChange < 0 ? 'upfrontLess' : 'upfrontMore', { amount: money(Math.abs(guard.upfrontChange)), who: sides[loser.side] });
  }
  return say('need', { more: results.breakEven === null ? '∞' : share(results.breakEven - 1, 1), amount: money(-results.npv) });
}
