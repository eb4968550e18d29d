/** Copy, cut and paste on the board, through the browser's own events: no permission is ever asked for. */
import { useEffect } from 'react';
import { toast } from '../../ui/undoToast.tsx';
import { type OpenCanvas, useCanvas, useWords } from './CanvasContext.tsx';
import { asOwn, asPlain, blocksOf, copied, fromOwn, MOST_PASTED, OWN_TYPE } from './clipboard.ts';
import type { Point } from './geometry.ts';
import { isForBoard } from './useBoardKeys.ts';

/** `where`: the place on the board that a paste goes to. */
export function useClipboard(where: () => Point): void {
  const canvas = useCanvas();
  const say = useWords();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      if (takes(event) && copyInto(canvas, event)) event.preventDefault();
    };
    const onCut = (event: ClipboardEvent): void => {
      if (!takes(event) || !copyInto(canvas, event)) return;
      event.preventDefault();
      canvas.desk.removeSelected();
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!takes(event) || !canvas.room.mayWrite.get()) return;
      event.preventDefault();
      pasteFrom(canvas, event, where(), count => toast(say('pastedFirst', { count })));
    };
    const listeners = { copy: onCopy, cut: onCut, paste: onPaste };
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener as EventListener);
    };
  }, [canvas, where, say]);
}

/** Words that somebody has marked elsewhere on the page are theirs to copy. */
function takes(event: ClipboardEvent): boolean {
  const marked = event.type !== 'paste' && (getSelection()?.toString() ?? '') !== '';
  return !event.defaultPrevented && !marked && isForBoard(event.target);
}

function copyInto({ desk, store }: OpenCanvas, event: ClipboardEvent): boolean {
  const pieces = copied(desk.selected(), id => store.text(id));
  if (pieces.length === 0 || !event.clipboardData) return false;
  event.clipboardData.setData(OWN_TYPE, asOwn(pieces));
  event.clipboardData.setData('text/plain', asPlain(pieces));
  return true;
}

/** What is over the limit stays in the clipboard, and the person is told. */
function pasteFrom({ desk }: OpenCanvas, event: ClipboardEvent, at: Point, sayTooMany: (count: number) => void): void {
  const own = fromOwn(event.clipboardData?.getData(OWN_TYPE) ?? '');
  const blocks = own ? [] : blocksOf(event.clipboardData?.getData('text/plain') ?? '');
  const most = own ? MOST_PASTED.elements : MOST_PASTED.notes;
  if (own) desk.paste(own.slice(0, most), at);
  else desk.pasteBlocks(blocks.slice(0, most), at);
  if ((own ?? blocks).length > most) sayTooMany(most);
}
