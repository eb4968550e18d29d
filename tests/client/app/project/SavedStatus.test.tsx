/** The bar says about saving what is true, in the words agreed on and no others. */
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SavedStatus } from '../../../../client/app/project/SavedStatus.tsx';
import type { LiveRoom, SaveStatus } from '../../../../client/collab/types.ts';
import { Value } from '../../../../client/collab/value.ts';
import { draw, hand } from '../../../support/draw.tsx';

const AT_10_32 = new Date(2026, 10, 12, 10, 32).getTime();

/** Of a room, this component reads the status and may ask to try again. */
function roomThat(status: SaveStatus) {
  const told = { status: new Value(status), tries: 0, retry: () => { told.tries += 1; } };
  return told;
}
const asRoom = (told: ReturnType<typeof roomThat>) => told as unknown as LiveRoom;

describe('the status of saving', () => {
  test.each<[SaveStatus, string, string]>([
    [{ kind: 'saving' }, 'Saving…', 'Sto salvando…'],
    [{ kind: 'saved', at: AT_10_32 }, 'Saved 10:32', 'Salvato alle 10:32'],
    [{ kind: 'offline', changes: 4 }, 'Offline. 4 changes kept on this device', 'Senza rete. 4 modifiche restano su questo dispositivo'],
    [{ kind: 'offline', changes: 1 }, 'Offline. 1 change kept on this device', 'Senza rete. 1 modifica resta su questo dispositivo'],
    [{ kind: 'reconnecting' }, 'Reconnecting…', 'Mi ricollego…'],
    [{ kind: 'delayed', since: AT_10_32 }, 'Could not save since 10:32. Your text is safe here', 'Non riesco a salvare dalle 10:32. Il tuo testo è al sicuro qui'],
  ])('%j reads “%s” and «%s»', (status, en, it) => {
    const english = draw(<SavedStatus room={asRoom(roomThat(status))} />);
    expect(english.container).toHaveTextContent(en);
    english.unmount();
    expect(draw(<SavedStatus room={asRoom(roomThat(status))} />, { language: 'it' }).container).toHaveTextContent(it);
  });

  test.each<SaveStatus>([{ kind: 'opening' }, { kind: 'saved', at: 0 }])('says nothing while %j: nothing has been saved here yet', status => {
    draw(<section aria-label="bar"><SavedStatus room={asRoom(roomThat(status))} /></section>);
    expect(screen.getByRole('region', { name: 'bar' }).textContent).toBe('');
  });

  test('reads a failure to save out at once, and offers to try again', async () => {
    const told = roomThat({ kind: 'saving' });
    draw(<SavedStatus room={asRoom(told)} />);
    act(() => { told.status.set({ kind: 'delayed', since: AT_10_32 }); });
    expect(screen.getByRole('alert')).toHaveTextContent('Could not save since 10:32. Your text is safe here');
    await hand.click(screen.getByRole('button', { name: 'Try again' }));
    expect(told.tries).toBe(1);
  });

  test('does not read every keystroke’s saving out', () => {
    const told = roomThat({ kind: 'saved', at: AT_10_32 });
    draw(<SavedStatus room={asRoom(told)} />);
    act(() => { told.status.set({ kind: 'saving' }); });
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
