/** The fields of an answer: the name under the sentence, or the reason. Nothing is filled in beforehand. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { Stamp } from 'lucide-react';
import { useId } from 'react';
import { LIMITS } from '../../../shared/limits.ts';
import { FieldError } from '../../ui/FieldError.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useText } from '../../ui/text.ts';
import styles from './AnswerFields.module.css';
import type { AnswerForm } from './useAnswerForm.ts';
import { WORDS } from './words.ts';

/** `labelled`: the label stands above the field; on a phone the sentence itself does. */
export function NameField({ form, labelled = true }: { form: AnswerForm; labelled?: boolean }) {
  const say = useText(WORDS);
  const id = useId();
  return (
    <TextInput
      size="md" value={form.typedName} onChange={event => { form.typeName(event.currentTarget.value); }} maxLength={LIMITS.nameLength} autoComplete="off" spellCheck={false}
      {...(labelled ? { label: say('typeName') } : { 'aria-label': say('typeName'), placeholder: say('typeName') })}
      error={form.missing && <FieldError id={id}>{say('nameMissing', { name: form.name })}</FieldError>}
      onKeyDown={event => { if (event.key === 'Enter') form.approve(); }}
    />
  );
}

export function AnswerButtons({ form, number }: { form: AnswerForm; number: number }) {
  const say = useText(WORDS);
  return (
    <div className={styles.buttons}>
      <Button
        size="md" fullWidth onClick={form.approve} loading={form.busy} disabled={!form.same}
        leftSection={<Stamp size={18} strokeWidth={1.75} aria-hidden />}
      >
        {say('approve', { number })}
      </Button>
      <div className={styles.pair}>
        <Button variant="default" onClick={() => { form.go('changes'); }} disabled={!form.same}>{say('askChanges')}</Button>
        <Button variant="default" className={styles.no ?? ''} onClick={() => { form.go('decline'); }} disabled={!form.same}>{say('decline')}</Button>
      </div>
    </div>
  );
}

export function ReasonForm({ form, number, seller }: { form: AnswerForm; number: number; seller: string }) {
  const say = useText(WORDS);
  const id = useId();
  const changes = form.step === 'changes';
  return (
    <form
      className={styles.reason}
      onSubmit={event => {
        event.preventDefault();
        form.sendReason(changes ? 'changes' : 'decline');
      }}
    >
      <Textarea
        label={say(changes ? 'whyChanges' : 'whyDecline')} description={say('whyChangesHint', { seller })} value={form.reason} rows={6} maxLength={LIMITS.reasonLength} data-autofocus
        onChange={event => { form.typeReason(event.currentTarget.value); }} classNames={{ input: styles.words ?? '' }}
        error={form.missing && <FieldError id={id}>{say('reasonMissing')}</FieldError>}
      />
      <Refused error={form.error} />
      <div className={styles.buttons}>
        <Button type="submit" size="md" fullWidth loading={form.busy} {...(changes ? {} : { className: styles.danger ?? '' })}>
          {changes ? say('sendChanges', { seller }) : say('sendDecline', { number })}
        </Button>
        <Button variant="default" fullWidth onClick={() => { form.go('approve'); }}>{say('back')}</Button>
      </div>
    </form>
  );
}
