/** Drivers without any scenario yet: one step is missing. */
import { Button } from '@mantine/core';
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { startScenario } from '../scenarios/deeds.ts';
import { useChosen, useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';

const TEXTS = texts('value.noScenario', {
  en: { sentence: 'There is no scenario yet: one way to do it, with what it costs and what it brings.', start: 'Begin a scenario', name: 'First scenario' },
  it: { sentence: 'Non c’è ancora uno scenario: un modo di farlo, con quanto costa e quanto porta.', start: 'Comincia uno scenario', name: 'Primo scenario' },
});

export function NoScenario() {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const { model } = useSnapshot();
  const { choose } = useChosen();
  const mayWrite = useMayWrite();
  return <EmptyPlace action={mayWrite && <Button onClick={() => { choose(startScenario(desk, model, say('name'))); }}>{say('start')}</Button>}>{say('sentence')}</EmptyPlace>;
}
