/** The frame around a chosen thing and its four corners to resize it by. */
import { NodeResizeControl, type ResizeParams, useStore } from '@xyflow/react';
import { useRef } from 'react';
import { useCanvas, useMayWrite } from './CanvasContext.tsx';
import type { Gesture } from './Desk.ts';

const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

interface Props {
  id: string;
  least: { w: number; h: number };
  locked: boolean;
}

export function Corners({ id, least, locked }: Props) {
  const { desk } = useCanvas();
  const mayWrite = useMayWrite();
  const alone = useStore(state => state.nodes.reduce((count, node) => count + (node.selected ? 1 : 0), 0) === 1);
  const gesture = useRef<Gesture | undefined>(undefined);
  const change = ({ x, y, width, height }: ResizeParams): void =>
    gesture.current?.change(new Map([[id, { x, y, w: Math.max(least.w, width), h: Math.max(least.h, height) }]]));
  return (
    <>
      <span className={alone ? 'cv-frame' : 'cv-frame cv-frame-many'} aria-hidden />
      {alone && mayWrite && !locked && CORNERS.map(position => (
        <NodeResizeControl
          key={position} nodeId={id} position={position} minWidth={least.w} minHeight={least.h} className="cv-corner" autoScale={false}
          onResizeStart={() => {
            gesture.current = desk.gesture();
          }}
          onResize={(_event, params) => change(params)}
          onResizeEnd={(_event, params) => {
            change(params);
            gesture.current?.end();
          }}
        />
      ))}
    </>
  );
}
