/**
 * Strikes a stretch of text: what stood there is marked and stays, what its striker had only suggested goes for good.
 *
 * Whole blocks within the stretch are struck as blocks; blocks that reach beyond it keep their frame.
 */
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { MemberId } from '../../../../shared/ids.ts';
import { labelAt } from './marks.ts';

interface Piece {
  from: number;
  to: number;
  goes: boolean;
  node: Node;
}

/** `by`: whose own suggestions go for good. Works from the end, so that places before it stay what they are. */
export function strike(tr: Transaction, from: number, to: number, by: MemberId, label: string): void {
  for (const piece of piecesOf(tr.doc, from, to, by).reverse()) {
    if (piece.goes) tr.delete(piece.from, piece.to);
    else if (labelAt(piece.node, 'deletion')) continue;
    else if (!piece.node.isText) tr.setNodeAttribute(piece.from, 'deletion', label);
    else tr.addMark(piece.from, piece.to, tr.doc.type.schema.mark('deletion', { as: label }));
  }
}

function piecesOf(doc: Node, from: number, to: number, by: MemberId): Piece[] {
  const pieces: Piece[] = [];
  if (from >= to) return pieces;
  doc.nodesBetween(from, to, (node, at) => {
    const isMine = labelAt(node, 'insertion')?.by === by;
    if (node.isText) pieces.push({ from: Math.max(at, from), to: Math.min(at + node.nodeSize, to), goes: isMine, node });
    if (node.isText || at < from || at + node.nodeSize > to) return !node.isText;
    if (!('deletion' in node.attrs)) return true;
    const goes = isMine && isAll(node, by);
    pieces.push({ from: at, to: at + node.nodeSize, goes, node });
    return !goes;
  });
  return pieces;
}

/** Nothing of anybody else is in it. */
function isAll(block: Node, by: MemberId): boolean {
  let all = true;
  block.descendants(node => {
    if (node.isInline && labelAt(node, 'insertion')?.by !== by) all = false;
  });
  return all;
}
