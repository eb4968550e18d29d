/** What a note is: the kinds, those that speak for themselves first. */
import { Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import { NoteKind } from '../../../shared/documents/canvas.ts';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { NOTE_ICON, SPEAKING_KINDS } from './kinds.ts';

const SPEAKING = NoteKind.options.filter(kind => SPEAKING_KINDS.has(kind));
const OTHERS = NoteKind.options.filter(kind => !SPEAKING_KINDS.has(kind));

export function KindMenu() {
  const { desk } = useCanvas();
  const say = useWords();
  const kinds = new Set(desk.selected().flatMap(element => (element.type === 'note' ? [element.kind] : [])));
  const item = (kind: NoteKind) => {
    const Icon = NOTE_ICON[kind];
    return (
      <Menu.Item
        key={kind} onClick={() => desk.setKind(kind)} leftSection={<Icon size={16} strokeWidth={1.75} aria-hidden />}
        rightSection={kinds.size === 1 && kinds.has(kind) && <Check size={16} aria-hidden />}
      >
        {say(`kind_${kind}`)}
      </Menu.Item>
    );
  };
  return (
    <Menu.Dropdown className="cv-menu" aria-label={say('kind')}>
      {SPEAKING.map(item)}
      <Menu.Divider />
      {OTHERS.map(item)}
    </Menu.Dropdown>
  );
}
