/** A request that was refused or got no answer, said in place, with a way to try again. */
import { Button } from '@mantine/core';
import { Notice } from './Notice.tsx';
import { texts, useText } from './text.ts';
import { useRefusal } from './useRefusal.ts';

const TEXTS = texts('ui.refused', { en: { again: 'Try again' }, it: { again: 'Riprova' } });

/** Shows nothing while `error` is empty. Amber, never red: most of what lands here is a slow network. */
export function Refused({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const say = useText(TEXTS);
  const sentence = useRefusal(error);
  if (!sentence) return null;
  const button = again && <Button size="xs" variant="default" onClick={again}>{say('again')}</Button>;
  return <Notice tone="attention" assertive action={button}>{sentence}</Notice>;
}
