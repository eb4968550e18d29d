/** Where the other side answers a doubt. */
import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { Doubt } from '../../../shared/doubts.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubtDeeds } from '../../api/doubts.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import styles from './doubts.module.css';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  doubt: Doubt;
  author: MemberView | undefined;
  firm: string;
  onDone: () => void;
}

export function AnswerForm({ project, doubt, author, firm, onDone }: Props) {
  const say = useText(WORDS);
  const id = useId();
  const [words, setWords] = useState(doubt.answer?.words ?? '');
  const [missing, setMissing] = useState(false);
  const { answer } = useDoubtDeeds(project.id);
  const send = (): void => {
    if (words.trim() === '') return setMissing(true);
    answer.mutate({ id: doubt.id, words: words.trim() }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={event => { event.preventDefault(); send(); }}>
      <Textarea
        label={say('answerLabel', { firm })} value={words} rows={4} maxLength={LIMITS.doubtLength} data-autofocus autoFocus error={missing && <FieldError id={id}>{say('missing')}</FieldError>}
        onChange={event => { setWords(event.currentTarget.value); setMissing(false); }}
      />
      <Refused error={answer.error} />
      <div className={styles.deeds}>
        <Button size="xs" type="submit" loading={answer.isPending}>{say('answerSend', { name: author ? firstNameOf(author.name) : say('somebody') })}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
