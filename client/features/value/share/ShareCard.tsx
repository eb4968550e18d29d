/** How the joint value is shared: the split with what is still open, and the gain share that would be fair. No split while a side loses. */
import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { cellKey } from '../../../../shared/value/keys.ts';
import { resultsOf } from '../../../../shared/value/results.ts';
import { withPrice } from '../../../../shared/value/terms.ts';
import { SideGlyph } from '../../../ui/SideGlyph.tsx';
import { SplitBar } from '../../../ui/SplitBar.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { Card } from '../Card.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides, valueSide } from '../useSides.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import { GainSlider } from './GainSlider.tsx';
import { Guard } from './Guard.tsx';
import styles from './share.module.css';

const TEXTS = texts('value.share', {
  en: {
    title: 'How we share it', target: '{{who}}’s target', open: 'of which open', openBeyond: 'still open', apply: 'Apply {{share}}', applyLong: 'Apply {{share}}, fair for your {{target}} target', applyTheirs: 'Apply {{share}}, fair for the {{target}} target',
    then: 'Then {{seller}} {{sellerAmount}}, {{client}} {{clientAmount}}: the {{target}} you aim for.', thenTheirs: 'Then {{seller}} {{sellerAmount}}, {{client}} {{clientAmount}}: the {{target}} that {{seller}} aims for.', reached: 'This is the {{target}} that {{seller}} aims for.',
    feeTooHigh: 'The fixed price alone gives {{seller}} more than {{target}}: only a lower price reaches the target.',
    beyondAll: 'Even the whole gain would not give {{seller}} {{target}}: the fixed price is too low for it.',
    nothingToShare: 'No year’s gain passes {{threshold}}, so there is no gain to share.', jointLoss: 'There is nothing to share.',
  },
  it: {
    title: 'Come lo dividiamo', target: 'Obiettivo di {{who}}', open: 'di cui aperti', openBeyond: 'ancora aperti', apply: 'Applica {{share}}', applyLong: 'Applica {{share}}, giusto per il tuo obiettivo del {{target}}', applyTheirs: 'Applica {{share}}, giusto per l’obiettivo del {{target}}',
    then: 'Allora {{seller}} {{sellerAmount}}, {{client}} {{clientAmount}}: il {{target}} che desideri.', thenTheirs: 'Allora {{seller}} {{sellerAmount}}, {{client}} {{clientAmount}}: il {{target}} che {{seller}} desidera.', reached: 'È il {{target}} che {{seller}} desidera.',
    feeTooHigh: 'Già il prezzo fisso dà a {{seller}} più del {{target}}: all’obiettivo si arriva solo con un prezzo più basso.',
    beyondAll: 'Nemmeno tutto il guadagno darebbe a {{seller}} il {{target}}: il prezzo fisso è troppo basso.',
    nothingToShare: 'In nessun anno il guadagno supera {{threshold}}: non c’è guadagno da dividere.', jointLoss: 'Non c’è nulla da dividere.',
  },
});

export const ShareCard = memo(function ShareCard({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { share } = useFigures();
  /** While the slider is held: what would come of it. Written only when it is let go. */
  const [tried, setTried] = useState<number>();
  if (evaluation.guard.kind === 'loss' && tried === undefined) return <Guard evaluation={evaluation} guard={evaluation.guard} />;
  const target = <span className={styles.target}>{say('target', { who: sides.seller })} <strong>{share(evaluation.terms.targetSellerShare, 2)}</strong></span>;
  return (
    <Card title={say('title')} actions={target}>
      <Split evaluation={evaluation} tried={tried} />
      <Fair evaluation={evaluation} tried={tried} onTry={setTried} />
    </Card>
  );
});

function Split({ evaluation: { terms, results }, tried }: { evaluation: Evaluation; tried: number | undefined }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money, share } = useFigures();
  const shown = tried === undefined ? results : resultsOf(withPrice(terms, { gainShare: tried }));
  const { sellerShare, npv, sellerNpv, clientNpv } = shown;
  if (sellerShare === null) return <p className={styles.none}>{say('jointLoss')}</p>;
  const target = terms.targetSellerShare;
  const open = Math.abs(sellerShare - target) * npv;
  const isOpen = open >= 0.5;
  return (
    <>
      <SplitBar sellerShare={sellerShare} target={target} />
      <dl className={styles.split}>
        <div><dt><SideGlyph side="seller" />{sides.seller}</dt><dd>{money(sellerNpv)}</dd><dd className={styles.share}>{share(sellerShare, 1, 1)}</dd></div>
        {isOpen && <div className={styles.open}><dt><span className={styles.hatch} aria-hidden />{say(sellerShare > target ? 'open' : 'openBeyond')}</dt><dd>{money(open)}</dd><dd className={styles.share}>{share(Math.abs(sellerShare - target), 1, 1)}</dd></div>}
        <div className={styles.client}><dt><SideGlyph side="client" />{sides.client}</dt><dd>{money(clientNpv)}</dd><dd className={styles.share}>{share(1 - sellerShare, 1, 1)}</dd></div>
      </dl>
    </>
  );
}

interface FairProps {
  evaluation: Evaluation;
  tried: number | undefined;
  onTry: (share: number | undefined) => void;
}

function Fair({ evaluation: { scenario, terms, results }, tried, onTry }: FairProps) {
  const say = useText(TEXTS);
  const { share } = useFigures();
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const mine = useIsSeller();
  const fair = results.fair.kind === 'fair' ? results.fair.gainShare : undefined;
  const isFair = fair !== undefined && Math.abs(fair - terms.price.gainShare) < 5e-7;
  const write = (gainShare: number): void => {
    onTry(undefined);
    desk.write([[cellKey(scenario.id, 'gainShare'), gainShare]]);
  };
  return (
    <div className={styles.fair}>
      <div className={styles.setting}>
        <GainSlider price={terms.price} fair={fair} tried={tried} onTry={onTry} onLetGo={write} disabled={!mayWrite} />
        {mayWrite && fair !== undefined && !isFair && (
          <Button className={styles.apply} onClick={() => { write(fair); }} aria-label={say(mine ? 'applyLong' : 'applyTheirs', { share: share(fair, 2, 2), target: share(terms.targetSellerShare, 2) })}>
            <span className={styles.long}>{say(mine ? 'applyLong' : 'applyTheirs', { share: share(fair, 2, 2), target: share(terms.targetSellerShare, 2) })}</span>
            <span className={styles.short}>{say('apply', { share: share(fair, 2, 2) })}</span>
          </Button>
        )}
      </div>
      <p className={styles.words}><Sentence terms={terms} results={results} isFair={isFair} /></p>
    </div>
  );
}

function Sentence({ terms, results, isFair }: Pick<Evaluation, 'terms' | 'results'> & { isFair: boolean }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money, share } = useFigures();
  const mine = useIsSeller();
  const values = { ...sides, target: share(terms.targetSellerShare, 2), threshold: money(terms.price.threshold) };
  if (results.fair.kind !== 'fair') return say(results.fair.kind, values);
  if (isFair) return say('reached', values);
  const then = resultsOf(withPrice(terms, { gainShare: results.fair.gainShare }));
  return say(mine ? 'then' : 'thenTheirs', { ...values, sellerAmount: money(then.sellerNpv), clientAmount: money(then.clientNpv) });
}

const useIsSeller = (): boolean => valueSide(useTable().project.me.side) === 'seller';
