/** Flows of both sides as bars by year and the joint flow as a line: shapes and words tell the sides, not colour alone. */
import { drawFlows, type FlowsDrawing } from '../../shared/documents/flowsDrawing.ts';
import { sayChart, sayYear, type Speaking } from '../../shared/documents/presented.ts';
import type { ShownOf } from '../../shared/documents/shown.ts';
import { formatCompact } from '../../shared/format.ts';
import { sayFigure } from '../../shared/documents/figureWords.ts';

export function FlowsChart({ shown, speaking }: { shown: ShownOf<'flows'>; speaking: Speaking }) {
  const drawing = drawFlows(shown);
  const compact = (value: number): string => formatCompact(speaking.language, value);
  return (
    <div className="flows">
      <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={sayChart(speaking, shown)}>
        {drawing.ticks.map(({ value, y }) => (
          <g key={value}>
            <line className={value === 0 ? 'flows-zero' : 'flows-grid'} x1={drawing.left} x2={drawing.right} y1={y} y2={y} />
            <text className="flows-tick" x={drawing.left - 8} y={y + 4} textAnchor="end">{compact(value)}</text>
          </g>
        ))}
        {drawing.years.map(({ year, x }) => <text key={year} className="flows-tick" x={x} y={drawing.height - 8} textAnchor="middle">{sayYear(speaking.language, year)}</text>)}
        {drawing.bars.map((bar, nth) => <rect key={nth} className={`flows-${bar.side}`} x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx={bar.side === 'seller' ? 5 : 1.5} />)}
        <JointLine drawing={drawing} compact={compact} />
      </svg>
      <Legend speaking={speaking} sides={drawing.bars.length > 0} />
    </div>
  );
}

function JointLine({ drawing, compact }: { drawing: FlowsDrawing; compact: (value: number) => string }) {
  return (
    <>
      <polyline className="flows-halo" points={drawing.line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <polyline className="flows-joint" points={drawing.line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {drawing.line.map(({ x, y, value }, nth) => (
        <g key={nth}>
          <path className="flows-point" d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} />
          <text className="flows-label" x={x - 9} y={y - 9} textAnchor="end">{compact(value)}</text>
        </g>
      ))}
    </>
  );
}

function Legend({ speaking, sides }: { speaking: Speaking; sides: boolean }) {
  return (
    <ul className="flows-legend" aria-hidden>
      <li><span className="flows-key flows-key-joint" />{sayFigure(speaking.language, 'head.joint')}</li>
      {sides && <li><span className="flows-key flows-key-seller" />{speaking.sellerName}</li>}
      {sides && <li><span className="flows-key flows-key-client" />{speaking.clientName}</li>}
    </ul>
  );
}
