/** The folded toolbar at the left of the board: what one can do next, each with its key. */
import { Menu } from '@mantine/core';
import { Hand, MousePointer2, Pencil, Redo2, Spline, SquareDashed, StickyNote, Undo2 } from 'lucide-react';
import type { AreaKind } from '../../../shared/documents/canvas.ts';
import { AreaHeading } from './AreaHeading.tsx';
import { useCanvas, useWords } from './CanvasContext.tsx';
import type { Tool } from './CanvasParts.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import { AREA_KINDS } from './kinds.ts';
import { PenChoices } from './PenChoices.tsx';
import { ToolButton } from './ToolButton.tsx';

interface Props {
  onNewNote: () => void;
  onNewArea: (kind: AreaKind) => void;
  areaMenu: { opened: boolean; set: (opened: boolean) => void };
}

const TOOLS = [['select', MousePointer2, 'V'], ['hand', Hand, 'H']] as const;

export function Toolbar({ onNewNote, onNewArea, areaMenu }: Props) {
  const { passing, whyNot } = useCanvas();
  const say = useWords();
  const tool = useReadable(passing.tool);
  const off = { disabled: whyNot !== null, why: whyNot, side: 'right' } as const;
  const toggle = (wanted: Tool) => (): void => passing.tool.set(tool === wanted ? 'select' : wanted);
  return (
    <div className="cv-toolbar" role="toolbar" aria-orientation="vertical" aria-label={say('tools')}>
      {TOOLS.map(([name, icon, key]) => (
        <ToolButton key={name} icon={icon} name={say(name)} shortcut={key} side="right" pressed={tool === name} onPress={() => passing.tool.set(name)} />
      ))}
      <ToolButton icon={StickyNote} name={say('note')} shortcut="N" {...off} onPress={onNewNote} />
      <Menu position="right-start" opened={areaMenu.opened} onChange={areaMenu.set} disabled={whyNot !== null}>
        <Menu.Target>
          <ToolButton icon={SquareDashed} name={say('area')} shortcut="A" {...off} />
        </Menu.Target>
        <Menu.Dropdown className="cv-menu" aria-label={say('whichArea')}>
          {AREA_KINDS.map(kind => (
            <Menu.Item key={kind} onClick={() => onNewArea(kind)}><AreaHeading area={{ kind, title: '' }} /></Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ToolButton icon={Spline} name={say('connect')} shortcut="C" {...off} pressed={tool === 'connect'} onPress={toggle('connect')} />
      <ToolButton icon={Pencil} name={say('pen')} shortcut="P" {...off} pressed={tool === 'pen'} onPress={toggle('pen')} />
      <hr className="cv-toolbar-line" />
      <UndoRedo />
      {tool === 'pen' && <PenChoices />}
    </div>
  );
}

function UndoRedo() {
  const { desk, whyNot } = useCanvas();
  const say = useWords();
  const [canUndo, canRedo] = [useReadable(desk.steps.canUndo), useReadable(desk.steps.canRedo)];
  return (
    <>
      <ToolButton icon={Undo2} name={say('undo')} shortcut="Control+Z" side="right" disabled={!canUndo || whyNot !== null} why={whyNot} onPress={() => desk.undo()} />
      <ToolButton icon={Redo2} name={say('redo')} shortcut="Control+Shift+Z" side="right" disabled={!canRedo || whyNot !== null} why={whyNot} onPress={() => desk.redo()} />
    </>
  );
}
