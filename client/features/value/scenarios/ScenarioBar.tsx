/** The scenarios side by side: name, what comes of each, and what can be done with the chosen one. */
import { Button } from '@mantine/core';
import { Check, GitBranch, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Evaluation } from '../../../../shared/value/evaluate.ts';
import { isCounted } from '../../../../shared/value/results.ts';
import { texts, useText } from '../../../ui/text.ts';
import { FilesMenu } from '../files/FilesMenu.tsx';
import { useFigures } from '../useFigures.ts';
import { useSides } from '../useSides.ts';
import { useChosen, useEvaluations, useMayWrite } from '../ValueContext.tsx';
import styles from './ScenarioBar.module.css';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { ScenarioStory } from './ScenarioStory.tsx';
import { Steps } from './Steps.tsx';
import { useDrawAlternative } from './useDrawAlternative.ts';

const TEXTS = texts('value.scenarioBar', {
  en: {
    label: 'Scenarios', loses: '{{who}} loses', together: '{{amount}} together', togetherLoss: '{{amount}} together: a loss', unnamed: 'Without a name', uncounted: 'nothing counted yet',
    alternative: 'Alternative', alternativeTo: 'Draw an alternative to {{code}}',
  },
  it: {
    label: 'Scenari', loses: '{{who}} perde', together: '{{amount}} insieme', togetherLoss: '{{amount}} insieme: una perdita', unnamed: 'Senza nome', uncounted: 'ancora nulla di contato',
    alternative: 'Alternativa', alternativeTo: 'Disegna un’alternativa a {{code}}',
  },
});

export function ScenarioBar() {
  const say = useText(TEXTS);
  const evaluations = useEvaluations();
  const { chosen, choose } = useChosen();
  const shown = chosen && !evaluations.includes(chosen) && chosen.scenario.archived ? [...evaluations, chosen] : evaluations;
  return (
    <div className={styles.head}>
      <div className={styles.bar}>
        <ul className={styles.list} aria-label={say('label')}>
          {shown.map(evaluation => (
            <li key={evaluation.scenario.id}>
              <Tab evaluation={evaluation} here={evaluation.scenario.id === chosen?.scenario.id} onChoose={choose} />
            </li>
          ))}
        </ul>
        <ScenarioMenu chosen={chosen} onChoose={choose} />
      </div>
      {chosen && <ScenarioStory scenario={chosen.scenario} />}
    </div>
  );
}

interface TabProps {
  evaluation: Evaluation;
  here: boolean;
  onChoose: (id: string) => void;
}

function Tab({ evaluation, here, onChoose }: TabProps) {
  const say = useText(TEXTS);
  const { scenario, guard } = evaluation;
  const counted = isCounted(evaluation.results);
  const Icon = guard.kind === 'loss' ? TriangleAlert : Check;
  const tab = useRef<HTMLButtonElement>(null);
  // Of many scenarios the chosen one stays in sight.
  useEffect(() => {
    if (here) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <button ref={tab} type="button" className={`${styles.tab} ${here ? styles.here : ''}`} aria-pressed={here} onClick={() => { onChoose(scenario.id); }}>
      <span className={styles.code}>{scenario.code}</span>
      <span className={styles.words}>
        <span className={styles.name}>{scenario.name || say('unnamed')}</span>
        <span className={`${styles.outcome} ${!counted ? styles.uncounted : guard.kind === 'loss' ? styles.loss : ''}`}>
          {counted && <Icon size={14} strokeWidth={2} aria-hidden className={styles.icon} />}
          <span className={styles.result}><Outcome evaluation={evaluation} /></span>
        </span>
      </span>
    </button>
  );
}

function Outcome({ evaluation: { results, guard } }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const sides = useSides();
  const { money } = useFigures();
  if (!isCounted(results)) return say('uncounted');
  if (guard.kind === 'bothGain') return say('together', { amount: money(results.npv) });
  const [worst] = guard.losers;
  if (!worst) return say('togetherLoss', { amount: money(results.npv) });
  // Where there is little room the name gives way, never the amount.
  return <span className={styles.loses}><span className={styles.who}>{say('loses', { who: sides[worst.side] })} </span><span>{money(worst.amount)}</span></span>;
}

/** What is done with all of it, beside the sections: steps back, an alternative, files. */
export function ScenarioActions() {
  const { chosen } = useChosen();
  return (
    <div className={styles.actions}>
      <Steps />
      {chosen && <AlternativeButton evaluation={chosen} />}
      <FilesMenu />
    </div>
  );
}

function AlternativeButton({ evaluation }: { evaluation: Evaluation }) {
  const say = useText(TEXTS);
  const draw = useDrawAlternative();
  if (!useMayWrite()) return null;
  const { scenario } = evaluation;
  return (
    <Button variant="default" leftSection={<GitBranch size={17} strokeWidth={1.75} aria-hidden />} aria-label={say('alternativeTo', { code: scenario.code })} onClick={() => { draw(scenario); }}>
      {say('alternative')}
    </Button>
  );
}
