/** The rarer deeds: move to an area, duplicate, order, lock. */
import { Menu } from '@mantine/core';
import { BringToFront, Copy, FolderInput, Lock, LockOpen, SendToBack } from 'lucide-react';
import type { CanvasElement } from '../../../shared/documents/canvas.ts';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { copied } from './clipboard.ts';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function MoreMenu({ elements }: { elements: readonly CanvasElement[] }) {
  const { desk, store, passing, slots } = useCanvas();
  const say = useWords();
  const notes = elements.filter(element => element.type === 'note').map(note => note.id);
  const [only] = elements.length === 1 ? elements : [];
  const locked = elements.every(element => element.locked);
  const placed = elements.some(element => element.type !== 'connector');
  return (
    <Menu.Dropdown className="cv-menu" aria-label={say('more')}>
      {notes.length > 0 && (
        <Menu.Item leftSection={<FolderInput {...ICON} />} rightSection={<kbd>M</kbd>} onClick={() => passing.asking.set({ kind: 'moveToArea', ids: notes })}>
          {say('moveToArea')}
        </Menu.Item>
      )}
      {only?.type === 'note' && slots.noteDeed?.(only.id, only.link)}
      {placed && (
        <Menu.Item leftSection={<Copy {...ICON} />} rightSection={<kbd>Ctrl+D</kbd>} onClick={() => desk.duplicate(copied(elements, id => store.text(id)))}>
          {say('duplicate')}
        </Menu.Item>
      )}
      {placed && <Menu.Item leftSection={<BringToFront {...ICON} />} onClick={() => desk.bringToFront()}>{say('front')}</Menu.Item>}
      {placed && <Menu.Item leftSection={<SendToBack {...ICON} />} onClick={() => desk.sendToBack()}>{say('back')}</Menu.Item>}
      <Menu.Item leftSection={locked ? <LockOpen {...ICON} /> : <Lock {...ICON} />} onClick={() => desk.setLocked(!locked)}>{say(locked ? 'unlock' : 'lock')}</Menu.Item>
    </Menu.Dropdown>
  );
}
