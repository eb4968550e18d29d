/** Raises a doubt: in one's own words, with what it costs one's own side and what speaks for it. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import { makeDoubtId, useDoubtDeeds } from '../../api/doubts.ts';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { DoubtFields, useDraft } from './DoubtFields.tsx';
import styles from './doubts.module.css';
import { firmsOf } from './firms.ts';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  /** Null: about the whole project. */
  scenario: { id: string; name: string } | null;
  onClose: () => void;
}

export function RaiseDialog({ project, scenario, onClose }: Props) {
  const say = useText(WORDS);
  const [id] = useState(makeDoubtId);
  const { read, ...fields } = useDraft();
  const { raise } = useDoubtDeeds(project.id);
  const firms = firmsOf(project, project.me.side);
  const send = (): void => {
    const said = read();
    if (!said) return;
    raise.mutate({ id, scenarioId: scenario?.id ?? null, ...said }, {
      onSuccess: () => {
        toast(say('raised'));
        onClose();
      },
    });
  };
  const title = scenario ? say('raiseTitle', { scenario: scenario.name }) : say('raiseTitleAll');
  return (
    <Modal opened onClose={onClose} title={title} size="md" classNames={{ title: styles.dialogTitle ?? '' }} closeButtonProps={{ 'aria-label': say('close') }}>
      <form className={styles.raise} onSubmit={event => { event.preventDefault(); send(); }}>
        <p className={styles.intro}>{say('raiseIntro', { other: firms.other })}</p>
        <DoubtFields firm={firms.own} {...fields} />
        <Refused error={raise.error} />
        <div className={styles.raiseFoot}>
          <Button variant="default" onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" loading={raise.isPending}>{say('send')}</Button>
        </div>
      </form>
    </Modal>
  );
}
