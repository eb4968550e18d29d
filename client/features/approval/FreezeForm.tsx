/** Freezes the living text under a name. Nobody on the other side learns of it. */
import { Button, TextInput } from '@mantine/core';
import { Snowflake } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { LIMITS } from '../../../shared/limits.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { useFreeze } from './api.ts';
import styles from './Desk.module.css';
import { OpenSuggestions, useOpenSuggestions } from './OpenSuggestions.tsx';
import { SUGGESTION_WORDS } from './suggestionWords.ts';
import type { Names } from './useNames.ts';
import { WORDS } from './words.ts';

export function FreezeForm({ project, names }: { project: ProjectView; names: Names }) {
  const say = useText(WORDS);
  const sayOpen = useText(SUGGESTION_WORDS);
  const open = useOpenSuggestions();
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const freeze = useFreeze(project.id, () => {
    setName('');
    toast(say('frozenNow'));
  });
  const id = useId();
  const firms = { client: shortFirm(project.clientName), seller: shortFirm(project.sellerName) };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return setMissing(true);
    if (open.length > 0) return setAsking(true);
    freeze.mutate(name.trim());
  };
  const without = (): void => {
    setAsking(false);
    freeze.mutate(name.trim());
  };
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 className={styles.heading} id={`${id}-title`}>{say('freezeTitle')}</h2>
      <p className={styles.hint}>{say('freezeHint', firms)}</p>
      <OpenSuggestions project={project} open={open} names={names} />
      <form className={styles.freeze} onSubmit={submit}>
        <TextInput
          className={styles.name ?? ''} label={say('freezeName')} placeholder={say('freezeExample')} description={say('freezeNameHint', firms)}
          inputWrapperOrder={['label', 'input', 'description', 'error']} value={name} maxLength={LIMITS.titleLength} autoComplete="off"
          error={missing && <FieldError id={`${id}-error`}>{say('freezeMissing')}</FieldError>}
          onChange={event => {
            setName(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <Button type="submit" loading={freeze.isPending} leftSection={<Snowflake size={18} strokeWidth={1.75} aria-hidden />}>{say('freezeButton')}</Button>
      </form>
      <Refused error={freeze.error} />
      <Confirm opened={asking} question={sayOpen('question', { count: open.length })} verb={sayOpen('verb', { count: open.length })} onConfirm={without} onClose={() => { setAsking(false); }}>
        <p>{sayOpen('what', { count: open.length })}</p>
      </Confirm>
    </section>
  );
}
