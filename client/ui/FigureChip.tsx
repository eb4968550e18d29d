/** A figure within a line: the number, the code of what it belongs to, and in words what it is. */
import { presentFigure } from '../../shared/documents/presented.ts';
import type { FigureNode } from '../../shared/documents/richtext.ts';
import { useShown, useSpeaking } from './FigureContext.tsx';
import './figures.css';

export function FigureChip({ node }: { node: FigureNode }) {
  const shown = useShown(node);
  const { value, code, name, what, known, negative } = presentFigure(useSpeaking(), node, shown);
  const living = node.shown === undefined;
  return (
    <span className="figure" data-living={living} data-known={known} data-negative={negative} title={[code, name].filter(Boolean).join(' ') + `: ${what}`}>
      <span className="figure-value">{value}</span>
      {code && <span className="figure-code">{code}</span>}
      <span className="ins-hidden">{` (${what})`}</span>
    </span>
  );
}
