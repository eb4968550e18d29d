/** What can be done with what is chosen, floating above it. */
import { Menu } from '@mantine/core';
import { NodeToolbar, Position, EdgeLabelRenderer, useReactFlow, useStore, useViewport } from '@xyflow/react';
import { Ellipsis, MessageSquare, Palette, PenLine, Shapes, Spline, TextCursorInput, Trash2 } from 'lucide-react';
import type { CanvasElement } from '../../../shared/documents/canvas.ts';
import { AlignMenu } from './AlignMenu.tsx';
import { useCanvas, useMayWrite, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { KindMenu } from './KindMenu.tsx';
import { boxOfNode, lineBetween } from './lineBetween.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { ToolButton } from './ToolButton.tsx';
import { NARROW } from './view.ts';

export function SelectionBar() {
  const { desk, store, passing, slots } = useCanvas();
  const chosen = useReadable(desk.selection);
  useReadable(store.revision);
  const editing = useReadable(passing.editing);
  const mayWrite = useMayWrite();
  const elements = desk.selected();
  // Who only reads may still talk about a note.
  const talks = slots.notePanel !== undefined && elements.length === 1 && elements[0]?.type === 'note';
  if (chosen.size === 0 || editing || (!mayWrite && !talks)) return null;
  const placed = elements.filter(element => element.type !== 'connector');
  const [first] = elements;
  if (placed.length > 0) return <AboveNodes elements={elements} ids={placed.map(element => element.id)} />;
  return first?.type === 'connector' ? <AtLine line={first} /> : null;
}

/** Below the chosen things when there is no room above them; in a place of its own when they fill the board, and on a phone. */
const ROOM_ABOVE = 84;

function AboveNodes({ elements, ids }: { elements: readonly CanvasElement[]; ids: string[] }) {
  const { getNodesBounds } = useReactFlow();
  const { y, zoom } = useViewport();
  const boardHeight = useStore(state => state.height);
  const narrow = useStore(state => state.width < NARROW);
  const bounds = getNodesBounds(ids);
  const [top, bottom] = [bounds.y * zoom + y, (bounds.y + bounds.height) * zoom + y];
  if (narrow || (top < ROOM_ABOVE && bottom > boardHeight - ROOM_ABOVE)) return <div className="cv-bar-fixed"><Bar elements={elements} /></div>;
  return (
    <NodeToolbar nodeId={ids} isVisible position={top < ROOM_ABOVE ? Position.Bottom : Position.Top} offset={18} align="center">
      <Bar elements={elements} />
    </NodeToolbar>
  );
}

function AtLine({ line }: { line: Extract<CanvasElement, { type: 'connector' }> }) {
  const { getInternalNode } = useReactFlow();
  const { zoom } = useViewport();
  const [from, to] = [getInternalNode(line.from), getInternalNode(line.to)];
  if (!from || !to) return null;
  const { middle } = lineBetween(boxOfNode(from), boxOfNode(to));
  return (
    <EdgeLabelRenderer>
      <div className="cv-line-bar nopan" style={{ transform: `translate(${middle.x}px, ${middle.y}px) scale(${1 / zoom}) translate(-50%, calc(-100% - 16px))` }}>
        <Bar elements={[line]} />
      </div>
    </EdgeLabelRenderer>
  );
}

function Bar({ elements }: { elements: readonly CanvasElement[] }) {
  const say = useWords();
  const mayWrite = useMayWrite();
  const [only] = elements.length === 1 ? elements : [];
  return (
    <div className="cv-bar nokey" role="toolbar" aria-label={say('chosen', { count: elements.length })} data-selection-bar>
      {mayWrite && <Writing elements={elements} only={only} />}
      {only?.type === 'note' && <Talk id={only.id} />}
      {mayWrite && <Ordering elements={elements} />}
    </div>
  );
}

/** What changes the things themselves. */
function Writing({ elements, only }: { elements: readonly CanvasElement[]; only: CanvasElement | undefined }) {
  const { passing } = useCanvas();
  const say = useWords();
  const allNotes = elements.every(element => element.type === 'note');
  return (
    <>
      {only && only.type !== 'ink' && !only.locked && (
        <ToolButton
          icon={only.type === 'note' ? PenLine : TextCursorInput} name={say(only.type === 'note' ? 'edit' : only.type === 'area' ? 'title' : 'label')} shortcut="Enter"
          onPress={() => passing.editing.set(only.id)}
        />
      )}
      {only && (only.type === 'note' || only.type === 'area') && (
        <ToolButton icon={Spline} name={say('connectTo')} shortcut="C" onPress={() => passing.asking.set({ kind: 'connectTo', from: only.id })} />
      )}
      {allNotes && (
        <>
          <Menu position="bottom"><Menu.Target><ToolButton icon={Palette} name={say('colour')} /></Menu.Target><PaperMenu /></Menu>
          <Menu position="bottom"><Menu.Target><ToolButton icon={Shapes} name={say('kind')} /></Menu.Target><KindMenu /></Menu>
        </>
      )}
      {elements.length > 1 && <AlignMenu count={elements.length} />}
    </>
  );
}

function Talk({ id }: { id: string }) {
  const { passing, slots } = useCanvas();
  const say = useWords();
  const panel = useReadable(passing.panel);
  if (!slots.notePanel) return null;
  return (
    <>
      <span className="cv-bar-gap cv-bar-inner" />
      <ToolButton icon={MessageSquare} name={say('comments')} pressed={panel === id} onPress={() => passing.panel.set(panel === id ? null : id)} />
    </>
  );
}

function Ordering({ elements }: { elements: readonly CanvasElement[] }) {
  const { desk } = useCanvas();
  const say = useWords();
  return (
    <>
      <span className="cv-bar-gap cv-bar-inner" />
      {elements.some(element => !element.locked) && <ToolButton icon={Trash2} name={say('remove')} shortcut="Delete" onPress={() => desk.removeSelected()} />}
      <Menu position="bottom-end"><Menu.Target><ToolButton icon={Ellipsis} name={say('more')} /></Menu.Target><MoreMenu elements={elements} /></Menu>
    </>
  );
}
