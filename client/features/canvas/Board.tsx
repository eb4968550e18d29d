/**
 * The board: React Flow over what `BoardNodes` makes of the document, with everything that floats above it.
 * It turns pointers and keys into deeds of the desk and knows nothing of how these are kept.
 */
import {
  Background, BackgroundVariant, ConnectionMode, type CoordinateExtent, MiniMap, ReactFlow, type ReactFlowProps, ReactFlowProvider, SelectionMode, useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useMemo, useState } from 'react';
import { type AreaKind, FARTHEST } from '../../../shared/documents/canvas.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { AreaNode } from './AreaNode.tsx';
import './board.css';
import './area.css';
import { useCanvas, useMayWrite, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { Arrows, ConnectorEdge } from './ConnectorEdge.tsx';
import { ConnectionInTheMaking } from './ConnectionInTheMaking.tsx';
import { Cursors } from './Cursors.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { InkNode } from './InkNode.tsx';
import { MapNode } from './MapNode.tsx';
import { NoteNode } from './NoteNode.tsx';
import { PenLayer } from './PenLayer.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import './tools.css';
import { Toolbar } from './Toolbar.tsx';
import { useBoardKeys } from './useBoardKeys.ts';
import { useBoardPointer } from './useBoardPointer.ts';
import { useClipboard } from './useClipboard.ts';
import { useEditingInSight } from './useEditingInSight.ts';
import { useFocusChooses } from './useFocusChooses.ts';
import { FollowStrip, useFollow } from './useFollow.tsx';
import { useBoardPresence } from './usePresence.ts';
import { useShownArea } from './useShownArea.ts';
import { useShownNote } from './useShownNote.ts';
import { FIT_PADDING, NEAREST_ZOOM, SMALLEST_ZOOM, useZooming } from './useZooming.ts';
import { cornerView, keepView, lastView, NARROW } from './view.ts';
import { ZoomBar } from './ZoomBar.tsx';

const NODE_TYPES = { note: NoteNode, area: AreaNode, ink: InkNode };
const EDGE_TYPES = { connector: ConnectorEdge };
const FIRST_VIEW = { padding: FIT_PADDING, maxZoom: 1 };
/** Handed over as numbers too: the map reckons its frame from them. */
const MAP_SIZE = { width: 172, height: 106 };
const ADDING_KEYS = ['Shift', 'Meta', 'Control'];
/** Nobody gets lost beyond what the document can hold. */
const EXTENT: CoordinateExtent = [[-FARTHEST, -FARTHEST], [FARTHEST, FARTHEST]];
const MIDDLE_AND_RIGHT = [1, 2];

interface Props {
  onList: () => void;
  following: MemberId | null;
  onStopFollowing: () => void;
  /** The note and the area that the page's address names. */
  shownNote: string | null;
  shownArea: string | null;
}

export function Board(props: Props) {
  return (
    <ReactFlowProvider>
      <BoardInside {...props} />
    </ReactFlowProvider>
  );
}

function BoardInside({ onList, following, onStopFollowing, shownNote, shownArea }: Props) {
  const { passing } = useCanvas();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [areaMenu, setAreaMenu] = useState(false);
  const tool = useReadable(passing.tool);
  const { where, touching } = useBoardPointer(place);
  const { newNote, newArea } = useMaking(where);
  useBoardKeys(useMemo(() => ({ newNote, askForArea: () => setAreaMenu(true) }), [newNote]));
  useClipboard(where.pointed);
  useBoardPresence(place);
  useFocusChooses(place);
  useFollow(following);
  useShownNote(shownNote);
  useShownArea(shownArea);
  useEditingInSight();
  return (
    <div ref={setPlace} className="cv-board" data-board data-tool={tool} tabIndex={-1}>
      <Flow touching={touching} onMoved={onStopFollowing} shownArea={shownArea} />
      {tool === 'pen' && <PenLayer />}
      <Toolbar onNewNote={newNote} onNewArea={newArea} areaMenu={{ opened: areaMenu, set: setAreaMenu }} />
      <ToolHint />
      {following && <FollowStrip memberId={following} onStop={onStopFollowing} />}
      <ZoomBar onList={onList} />
      <EmptyBoard />
    </div>
  );
}

function Flow({ touching, onMoved, shownArea }: { touching: boolean; onMoved: () => void; shownArea: string | null }) {
  const { room, nodes, store, passing } = useCanvas();
  const say = useWords();
  const mayWrite = useMayWrite();
  const tool = useReadable(passing.tool);
  const [shown, edges] = [useReadable(nodes.nodes), useReadable(nodes.edges)];
  const [asked] = useState(() => (shownArea && store.element(shownArea) ? { ...FIRST_VIEW, nodes: [{ id: shownArea }] } : undefined));
  const [first] = useState(() => asked ? undefined : lastView(room) ?? (innerWidth < NARROW ? cornerView(store) : undefined));
  const choosing = tool === 'select' || tool === 'connect';
  const words = useMemo(() => ({ 'minimap.ariaLabel': say('map'), 'edge.a11yDescription.default': '', 'node.a11yDescription.keyboardDisabled': '' }), [say]);
  return (
    <ReactFlow
      nodes={shown} edges={edges} {...useFlowEvents(onMoved)}
      nodeTypes={NODE_TYPES} edgeTypes={EDGE_TYPES} onlyRenderVisibleElements translateExtent={EXTENT} nodeExtent={EXTENT} zIndexMode="manual" elevateNodesOnSelect={false}
      {...(first ? { defaultViewport: first } : { fitView: true, fitViewOptions: asked ?? FIRST_VIEW })} minZoom={SMALLEST_ZOOM} maxZoom={NEAREST_ZOOM}
      nodesDraggable={mayWrite && tool === 'select'} nodesConnectable={mayWrite} elementsSelectable={choosing} nodeDragThreshold={3}
      connectionMode={ConnectionMode.Loose} connectionRadius={16} connectionLineComponent={ConnectionInTheMaking}
      selectionOnDrag={tool === 'select' && !touching} selectionMode={SelectionMode.Partial} multiSelectionKeyCode={ADDING_KEYS}
      panOnDrag={tool === 'hand' || touching ? true : MIDDLE_AND_RIGHT} panOnScroll zoomOnDoubleClick={false} deleteKeyCode={null} disableKeyboardA11y
      ariaLabelConfig={words} aria-label={say('boardName')}
    >
      <Arrows />
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
      <MiniMap pannable zoomable nodeComponent={MapNode} maskColor="transparent" maskStrokeColor="var(--ins-green)" maskStrokeWidth={2} style={MAP_SIZE} />
      <Cursors />
      <SelectionBar />
    </ReactFlow>
  );
}

/** The same functions on every drawing: React Flow hands them to each card, and a new one would draw every card again. */
function useFlowEvents(onMoved: () => void): Partial<ReactFlowProps> {
  const { room, nodes, desk, passing } = useCanvas();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo((): Partial<ReactFlowProps> => ({
    onNodesChange: nodes.onNodesChange,
    onEdgesChange: nodes.onEdgesChange,
    onNodeDragStart: (_event, _node, dragged) => nodes.startDrag(dragged.map(node => node.id)),
    onNodeDragStop: nodes.endDrag,
    onSelectionDragStart: (_event, dragged) => nodes.startDrag(dragged.map(node => node.id)),
    onSelectionDragStop: nodes.endDrag,
    onSelectionStart: ({ clientX: x, clientY: y }) => nodes.startMarquee(screenToFlowPosition({ x, y })),
    onSelectionEnd: ({ clientX: x, clientY: y }) => nodes.endMarquee(screenToFlowPosition({ x, y })),
    onNodeDoubleClick: (_event, node) => desk.mayEdit(node.id) && passing.editing.set(node.id),
    onEdgeDoubleClick: (_event, edge) => desk.mayEdit(edge.id) && passing.editing.set(edge.id),
    onConnect: ({ source, target }) => desk.connect(source, target),
    isValidConnection: ({ source, target }) => source !== target,
    onMoveStart: event => event && onMoved(),
    onMoveEnd: (_event, view) => keepView(room, view),
  }), [room, nodes, desk, passing, onMoved, screenToFlowPosition]);
}

/** Notes and areas made by key or button: the note under the pointer's last place, and writing in it begins. */
function useMaking(where: { pointed: () => { x: number; y: number }; middle: () => { x: number; y: number } }) {
  const { desk, passing } = useCanvas();
  const { to } = useZooming();
  const newNote = useCallback((): void => {
    const [only, ...others] = desk.selected();
    const made = only?.type === 'area' && others.length === 0 ? desk.addNoteIn(only.id) : desk.addNoteNear(where.middle());
    if (made) passing.editing.set(made);
  }, [desk, passing, where]);
  const newArea = useCallback((kind: AreaKind): void => {
    const made = desk.addArea(kind, where.middle());
    if (made) requestAnimationFrame(() => to(made));
  }, [desk, to, where]);
  return { newNote, newArea };
}

function ToolHint() {
  const { passing } = useCanvas();
  const say = useWords();
  const tool = useReadable(passing.tool);
  if (tool !== 'connect' && tool !== 'pen') return null;
  return <p className="cv-hint" role="status">{say(tool === 'pen' ? 'penHint' : 'connectHint')}</p>;
}
