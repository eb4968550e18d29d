/** Where somebody says what came of a doubt; nothing is chosen beforehand. */
import { Button, Radio, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { Doubt, DoubtOutcome } from '../../../shared/doubts.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubtDeeds } from '../../api/doubts.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import styles from './doubts.module.css';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  doubt: Doubt;
  choices: readonly DoubtOutcome[];
  onDone: () => void;
}

export function OutcomeForm({ project, doubt, choices, onDone }: Props) {
  const say = useText(WORDS);
  const id = useId();
  const [kind, setKind] = useState<DoubtOutcome>();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const { settle } = useDoubtDeeds(project.id);
  const send = (): void => {
    if (!kind) return setMissing(true);
    settle.mutate({ id: doubt.id, kind, words: words.trim() }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={event => { event.preventDefault(); send(); }}>
      <Radio.Group
        label={say('outcomeLabel')} value={kind ?? null} error={missing && <FieldError id={id}>{say('missing')}</FieldError>}
        onChange={value => { setKind(choices.find(choice => choice === value)); setMissing(false); }}
      >
        <div className={styles.choices}>{choices.map(choice => <Radio key={choice} value={choice} label={say(`choose_${choice}`)} />)}</div>
      </Radio.Group>
      <Textarea label={say('outcomeWords')} value={words} rows={2} maxLength={LIMITS.doubtLength} onChange={event => { setWords(event.currentTarget.value); }} />
      <Refused error={settle.error} />
      <div className={styles.deeds}>
        <Button size="xs" type="submit" loading={settle.isPending}>{say('outcomeSend')}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
