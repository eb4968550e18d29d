/** Raises a doubt: in one's own words, with what it costs one's own side and what speaks for it. */
import { Button, Modal, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { LIMITS } from '../../../shared/limits.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { makeDoubtId, useDoubtDeeds } from '../../api/doubts.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import styles from './doubts.module.css';
import { firmsOf } from './firms.ts';
import { WORDS } from './words.ts';

interface Props {
  project: ProjectView;
  scenario: { id: string; name: string };
  onClose: () => void;
}

export function RaiseDialog({ project, scenario, onClose }: Props) {
  const say = useText(WORDS);
  const [id] = useState(makeDoubtId);
  const [draft, setDraft] = useState({ words: '', costsUs: '', evidence: '' });
  const [missing, setMissing] = useState(false);
  const { raise } = useDoubtDeeds(project.id);
  const firms = firmsOf(project, project.me.side);
  const send = (): void => {
    const [words, costsUs, evidence] = [draft.words.trim(), draft.costsUs.trim(), draft.evidence.trim()];
    if (words === '' || costsUs === '') return setMissing(true);
    raise.mutate({ id, scenarioId: scenario.id, words, costsUs, evidence }, {
      onSuccess: () => {
        toast(say('raised'));
        onClose();
      },
    });
  };
  const change = (field: keyof typeof draft) => (value: string): void => {
    setDraft(before => ({ ...before, [field]: value }));
    setMissing(false);
  };
  return (
    <Modal opened onClose={onClose} title={say('raiseTitle', { scenario: scenario.name })} size="md" classNames={{ title: styles.dialogTitle ?? '' }} closeButtonProps={{ 'aria-label': say('close') }}>
      <form className={styles.raise} onSubmit={event => { event.preventDefault(); send(); }}>
        <p className={styles.intro}>{say('raiseIntro', { other: firms.other })}</p>
        <Words label={say('words')} placeholder={say('wordsExample')} value={draft.words} missing={missing && draft.words.trim() === ''} onChange={change('words')} first serif />
        <Words label={say('costs', { firm: firms.own })} placeholder={say('costsExample')} value={draft.costsUs} missing={missing && draft.costsUs.trim() === ''} onChange={change('costsUs')} />
        <Words label={say('evidence')} hint={say('evidenceHint')} value={draft.evidence} missing={false} onChange={change('evidence')} />
        <Refused error={raise.error} />
        <div className={styles.raiseFoot}>
          <Button variant="default" onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" loading={raise.isPending}>{say('send')}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface WordsProps {
  label: string;
  value: string;
  missing: boolean;
  onChange: (value: string) => void;
  placeholder?: string;
  hint?: string;
  first?: boolean;
  /** What a person says of what they doubt stands in the face of what people say. */
  serif?: boolean;
}

function Words({ label, value, missing, onChange, placeholder, hint, first = false, serif = false }: WordsProps) {
  const say = useText(WORDS);
  const id = useId();
  return (
    <Textarea
      label={label} description={hint} placeholder={placeholder} value={value} rows={serif ? 3 : 2} maxLength={LIMITS.doubtLength} data-autofocus={first || undefined}
      classNames={serif ? { input: styles.serif ?? '' } : {}} error={missing && <FieldError id={id}>{say('missing')}</FieldError>} onChange={event => { onChange(event.currentTarget.value); }}
    />
  );
}
