/** The three things a doubt says: what one doubts, what saying so costs one's own side, what speaks for it. */
import { Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { RewordDoubt } from '../../../shared/doubts.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { useText } from '../../ui/text.ts';
import styles from './doubts.module.css';
import { WORDS } from './words.ts';

const EMPTY: RewordDoubt = { words: '', costsUs: '', evidence: '' };

/** `read` answers what was written, or undefined once it has shown what is missing. */
export function useDraft(from: RewordDoubt = EMPTY) {
  const [draft, setDraft] = useState({ words: from.words, costsUs: from.costsUs, evidence: from.evidence });
  const [missing, setMissing] = useState(false);
  const change = (field: keyof RewordDoubt, value: string): void => {
    setDraft(before => ({ ...before, [field]: value }));
    setMissing(false);
  };
  const read = (): RewordDoubt | undefined => {
    const said = { words: draft.words.trim(), costsUs: draft.costsUs.trim(), evidence: draft.evidence.trim() };
    if (said.words !== '' && said.costsUs !== '') return said;
    setMissing(true);
    return undefined;
  };
  return { draft, missing, change, read };
}

export function DoubtFields({ firm, draft, missing, change }: Omit<ReturnType<typeof useDraft>, 'read'> & { firm: string }) {
  const say = useText(WORDS);
  const without = (field: 'words' | 'costsUs'): boolean => missing && draft[field].trim() === '';
  return (
    <>
      <Words label={say('words')} placeholder={say('wordsExample')} value={draft.words} missing={without('words')} onChange={value => { change('words', value); }} first serif />
      <Words label={say('costs', { firm })} placeholder={say('costsExample')} value={draft.costsUs} missing={without('costsUs')} onChange={value => { change('costsUs', value); }} />
      <Words label={say('evidence')} hint={say('evidenceHint')} value={draft.evidence} missing={false} onChange={value => { change('evidence', value); }} />
    </>
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
