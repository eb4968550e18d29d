/**
 * Where a line can be drawn from: four points at the sides of the thing under the pointer, or anywhere on a card with
 * the connect tool; it may end anywhere on a card. Mounted only while they are needed: five on each of a thousand
 * cards would cost more than the cards.
 */
import { Handle, Position, useConnection } from '@xyflow/react';
import { memo } from 'react';
import { useReadable } from '../../collab/CollabContext.tsx';
import { useCanvas, useMayWrite } from './CanvasContext.tsx';

const SIDES = [['top', Position.Top], ['right', Position.Right], ['bottom', Position.Bottom], ['left', Position.Left]] as const;

interface Props {
  id: string;
  /** The pointer or the keyboard is on it. */
  pointed: boolean;
  /** It can be drawn from and to as a whole. */
  whole?: boolean;
}

export function LinePoints({ id, pointed, whole = false }: Props) {
  const { passing } = useCanvas();
  const mayWrite = useMayWrite();
  const tool = useReadable(passing.tool);
  const drawing = useConnection(connection => connection.inProgress);
  if (!mayWrite || (tool !== 'select' && tool !== 'connect')) return <Anchors />;
  return (
    <>
      <Anchors />
      {(pointed || drawing) && SIDES.map(([side, position]) => (
        <Handle key={side} id={side} type="source" position={position} className={pointed ? 'cv-point' : 'cv-point cv-point-hidden'} aria-hidden />
      ))}
      {whole && (drawing || (pointed && tool === 'connect')) && <Handle id="whole" type="source" position={Position.Top} className="cv-point-whole" aria-hidden />}
      {drawing && <TargetRing id={id} />}
    </>
  );
}

/**
 * What React Flow measures when a card is mounted, to know where lines may be tied. Bare elements of the shape it
 * looks for, so that lines hold while the real points are away.
 */
const Anchors = memo(function Anchors() {
  return [...SIDES, ['whole', Position.Top] as const].map(([side, position]) => (
    <span key={side} className={`source cv-anchor cv-anchor-${side}`} data-handleid={side} data-handlepos={position} aria-hidden />
  ));
});

/** Shows where the line would end. */
function TargetRing({ id }: { id: string }) {
  const isTarget = useConnection(connection => connection.inProgress && connection.toNode?.id === id && connection.fromNode.id !== id);
  return isTarget ? <span className="cv-frame cv-frame-many" aria-hidden /> : null;
}
