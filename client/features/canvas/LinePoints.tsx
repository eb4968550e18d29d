/** Where a line can be drawn from: four points at the sides, or anywhere on the card with the connect tool; it may end anywhere on a card. */
import { Handle, Position, useConnection } from '@xyflow/react';
import { useCanvas, useMayWrite } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';

const SIDES = [['top', Position.Top], ['right', Position.Right], ['bottom', Position.Bottom], ['left', Position.Left]] as const;

export function LinePoints({ whole = false }: { whole?: boolean }) {
  const { passing } = useCanvas();
  const mayWrite = useMayWrite();
  const drawing = useConnection(connection => connection.inProgress);
  const connecting = useReadable(passing.tool) === 'connect' || drawing;
  return (
    <>
      {SIDES.map(([id, position]) => (
        <Handle key={id} id={id} type="source" position={position} className="cv-point" isConnectable={mayWrite} aria-hidden />
      ))}
      {whole && (
        <Handle
          id="whole" type="source" position={Position.Top} isConnectable={mayWrite} aria-hidden
          className={connecting ? 'cv-point-whole cv-point-whole-on' : 'cv-point-whole'}
        />
      )}
    </>
  );
}
