/** Before anything is counted: what this place is for, and a first step that leaves a model one can type into. */
import { Button } from '@mantine/core';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { texts, useText } from '../../ui/text.ts';
import { makeRowId } from './rowId.ts';
import { useMayWrite, useTable } from './ValueContext.tsx';

const TEXTS = texts('value.nothing', {
  en: {
    sentence: 'Here we count together what we create, what each of us puts in, and how we share it.', start: 'Begin to count',
    example: 'For example: 12,000 hours a year, 45% of them saved, each worth €21.50.', first: 'First scenario',
  },
  it: {
    sentence: 'Qui contiamo insieme che cosa creiamo, quanto ci mette ognuno e come lo dividiamo.', start: 'Comincia a contare',
    example: 'Per esempio: 12.000 ore l’anno, il 45 % risparmiato, ognuna vale 21,50 €.', first: 'Primo scenario',
  },
});

export function NothingCounted() {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const begin = (): void => {
    desk.addAll([
      { id: makeRowId('drv'), values: { code: 'A1', label: '' } },
      { id: makeRowId('scn'), values: { code: 'S1', name: say('first') } },
    ]);
  };
  return <EmptyPlace action={mayWrite && <Button onClick={begin}>{say('start')}</Button>} example={say('example')}>{say('sentence')}</EmptyPlace>;
}
