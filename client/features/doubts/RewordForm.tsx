/** Where its author words a doubt anew, as long as nobody has answered. */
import { Button } from '@mantine/core';
import type { Doubt } from '../../../shared/doubts.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useDoubtDeeds } from '../../api/doubts.ts';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { DoubtFields, useDraft } from './DoubtFields.tsx';
import styles from './doubts.module.css';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  doubt: Doubt;
  /** The author's own. */
  firm: string;
  onDone: () => void;
}

export function RewordForm({ project, doubt, firm, onDone }: Props) {
  const say = useText(WORDS);
  const { read, ...fields } = useDraft(doubt);
  const { reword } = useDoubtDeeds(project.id);
  const send = (): void => {
    const said = read();
    if (said) reword.mutate({ id: doubt.id, ...said }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={event => { event.preventDefault(); send(); }}>
      <DoubtFields firm={firm} {...fields} />
      <Refused error={reword.error} />
      <div className={styles.deeds}>
        <Button size="xs" type="submit" loading={reword.isPending}>{say('rewordSend')}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
