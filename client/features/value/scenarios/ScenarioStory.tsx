/** What a scenario means to do, in its own words, and how it stands: on the table, almost approved, an alternative, archived. */
import { Archive, GitBranch, Handshake, ThumbsUp, type LucideIcon } from 'lucide-react';
import { onTable } from '../../../../shared/value/evaluate.ts';
import type { Scenario } from '../../../../shared/value/model.ts';
import { texts, useText } from '../../../ui/text.ts';
import { useSlots } from '../slots.ts';
import { useSnapshot } from '../ValueContext.tsx';
import styles from './ScenarioBar.module.css';

const TEXTS = texts('value.story', {
  en: { table: 'On the table', nearly: 'Almost approved', from: 'Alternative to {{code}}', archived: 'In the archive' },
  it: { table: 'Sul tavolo', nearly: 'Quasi approvato', from: 'Alternativa a {{code}}', archived: 'Nell’archivio' },
});

export function ScenarioStory({ scenario }: { scenario: Scenario }) {
  const say = useText(TEXTS);
  const { model } = useSnapshot();
  const { drawnFrom } = useSlots();
  const origin = model.scenarios.find(({ id }) => id === scenario.branchedFrom);
  return (
    <div className={styles.story}>
      {onTable(model)?.id === scenario.id && <Chip icon={Handshake}>{say('table')}</Chip>}
      {scenario.nearlyApproved && <Chip icon={ThumbsUp}>{say('nearly')}</Chip>}
      {origin && <Chip icon={GitBranch}>{say('from', { code: origin.code })}</Chip>}
      {scenario.doubt && drawnFrom?.(scenario.doubt)}
      {scenario.archived && <Chip icon={Archive}>{say('archived')}</Chip>}
      {scenario.story && <p className={styles.tale}>{scenario.story}</p>}
    </div>
  );
}

const Chip = ({ icon: Icon, children }: { icon: LucideIcon; children: string }) => (
  <span className={styles.chip}><Icon size={14} strokeWidth={1.75} aria-hidden />{children}</span>
);
