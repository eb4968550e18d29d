/** Freezes the living text under a name. Nobody on the other side learns of it. */
import { Button, TextInput } from '@mantine/core';
import { Snowflake } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { LIMITS } from '../../../shared/limits.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import { useFreeze } from './api.ts';
import styles from './Desk.module.css';
import { WORDS } from './words.ts';

export function FreezeForm({ project }: { project: ProjectView }) {
  const say = useText(WORDS);
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
    freeze.mutate(name.trim());
  };
  return (
    <section className={styles.card} aria-labelledby={`${id}-title`}>
      <h2 className={styles.heading} id={`${id}-title`}>{say('freezeTitle')}</h2>
      <p className={styles.hint}>{say('freezeHint', firms)}</p>
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
    </section>
  );
}
