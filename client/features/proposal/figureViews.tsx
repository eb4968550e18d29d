/** How the editor draws figures and live blocks: as readers see them, with a way to take a block out. */
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { X } from 'lucide-react';
import type { AnyExtension } from '@tiptap/core';
import { presentBlock, presentFigure, sayGone, type Speaking } from '../../../shared/documents/presented.ts';
import type { Asked, Shown } from '../../../shared/documents/shown.ts';
import { FigureChip } from '../../ui/FigureChip.tsx';
import { askedByNode, FigureOnLine, LiveBlockNode } from '../../ui/figureNodes.ts';
import { LiveCard } from '../../ui/LiveCard.tsx';
import { useText } from '../../ui/text.ts';
import { WORDS } from './words.ts';

/** A node that a program wrote with something impossible in it asks for nothing there is. */
const NOTHING = { of: '' } as const;

/** `say`: how a figure reads at this moment, for copies into other programs. */
export function figureExtensions(say: (asked: Asked) => string): AnyExtension[] {
  return [
    FigureOnLine.configure({ say, view: () => ReactNodeViewRenderer(FigureInText, { as: 'span' }) }),
    LiveBlockNode.configure({ say, view: () => ReactNodeViewRenderer(BlockInText) }),
  ];
}

function FigureInText({ node }: NodeViewProps) {
  const asked = askedByNode(node);
  return (
    <NodeViewWrapper as="span" className="figure-place">
      <FigureChip node={asked?.type === 'figure' ? asked : { ...NOTHING, type: 'figure', shows: 'worth' }} />
    </NodeViewWrapper>
  );
}

function BlockInText({ node, editor, selected, deleteNode }: NodeViewProps) {
  const say = useText(WORDS);
  const asked = askedByNode(node);
  return (
    <NodeViewWrapper className="live-place" data-drag-handle>
      <LiveCard node={asked?.type === 'live' ? asked : { ...NOTHING, type: 'live', shows: 'driver' }} />
      {editor.isEditable && selected && (
        <button type="button" className="live-remove" aria-label={say('removeBlock')} title={say('removeBlock')} onClick={() => { deleteNode(); editor.commands.focus(); }}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </NodeViewWrapper>
  );
}

/** One line of words for what a node shows: what a plain-text copy takes with it. */
export function sayShown(speaking: Speaking, asked: Asked, shown: Shown): string {
  if (asked.type === 'figure') return presentFigure(speaking, asked, shown).value;
  const block = presentBlock(speaking, shown);
  if (!block) return sayGone(speaking.language, asked);
  const lines = [block.warning ?? '', ...block.lines.map(({ label, value }) => `${label}: ${value}`), ...(block.table?.rows.map(row => row.join('\t')) ?? [])];
  return [[block.title, block.about].filter(Boolean).join(', '), ...lines].filter(Boolean).join('\n');
}
