/** Under the words of a note: who put it on the table, or who is writing in it now, and what hangs on it. */
import { Lock } from 'lucide-react';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { useAttention, useAuthor, useCanvas, useElement, useWords } from './CanvasContext.tsx';

export function NoteFoot({ id }: { id: string }) {
  const { slots, passing } = useCanvas();
  const say = useWords();
  const { writing } = useAttention(id);
  const author = useAuthor(id);
  const element = useElement(id);
  const locked = element?.locked ?? false;
  const link = element?.type === 'note' ? element.link : undefined;
  const shown = writing ?? author;
  return (
    <div className="cv-foot">
      {shown && <SideGlyph side={shown.side} />}
      <span className={writing ? 'cv-foot-writing' : undefined} data-side={writing?.side}>
        {writing ? say('isWriting', { name: writing.firstName }) : (author?.firstName ?? '')}
      </span>
      <span className="cv-foot-end">
        {locked && <Lock size={13} strokeWidth={1.75} role="img" aria-label={say('locked')} />}
        {link && slots.noteLink?.(link)}
        {slots.noteBadge?.(id, () => passing.panel.set(id))}
      </span>
    </div>
  );
}
