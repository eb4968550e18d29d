/** Why nothing can be written just now is said where it is not the reader's own role, in both languages. */
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ReadOnlyNotice } from '../../../../client/app/project/ReadOnlyNotice.tsx';
import type { LiveRoom, ReadOnlyBecause } from '../../../../client/collab/types.ts';
import { Value } from '../../../../client/collab/value.ts';
import { draw } from '../../../support/draw.tsx';

const roomThat = (because: ReadOnlyBecause | undefined) => ({ readOnly: new Value(because) });
const asRoom = (told: ReturnType<typeof roomThat>) => told as unknown as LiveRoom;

describe('a page on which nothing can be written', () => {
  test.each<[ReadOnlyBecause, RegExp, RegExp]>([
    ['noId', /opened without a network too often in a row.*kept on this device/, /senza rete troppe volte di seguito.*resta su questo dispositivo/],
    ['stuck', /has not been able to save for a while.*kept on this device and goes off by itself/, /non riesce a salvare.*parte da solo/],
  ])('for “%s” says why, and that the words are safe', (because, en, it) => {
    const english = draw(<ReadOnlyNotice room={asRoom(roomThat(because))} />);
    expect(english.container).toHaveTextContent(en);
    english.unmount();
    expect(draw(<ReadOnlyNotice room={asRoom(roomThat(because))} />, { language: 'it' }).container).toHaveTextContent(it);
  });

  test.each<ReadOnlyBecause | undefined>([undefined, 'opening', 'role', 'ended'])('for “%s” says nothing here: others do, or there is nothing to say', because => {
    draw(<section aria-label="shell"><ReadOnlyNotice room={asRoom(roomThat(because))} /></section>);
    expect(screen.getByRole('region', { name: 'shell' })).toBeEmptyDOMElement();
  });

  test('falls silent as soon as it can be written on again', () => {
    const told = roomThat('stuck');
    draw(<section aria-label="shell"><ReadOnlyNotice room={asRoom(told)} /></section>);
    act(() => { told.readOnly.set(undefined); });
    expect(screen.getByRole('region', { name: 'shell' })).toBeEmptyDOMElement();
  });
});
