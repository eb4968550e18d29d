/** How near the board is, everything at a glance, and the way to the list. */
import { useStore } from '@xyflow/react';
import { List, Maximize, Minus, Plus } from 'lucide-react';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from './CanvasContext.tsx';
import { ToolButton } from './ToolButton.tsx';
import { useZooming } from './useZooming.ts';

export function ZoomBar({ onList }: { onList: () => void }) {
  const say = useWords();
  const format = useFormat();
  const zoom = useStore(state => state.transform[2]);
  const { closer, farther, fit, toFull } = useZooming();
  return (
    <div className="cv-zoom" role="toolbar" aria-label={say('zoom')}>
      <ToolButton icon={Minus} name={say('zoomOut')} shortcut="-" onPress={farther} />
      <button type="button" className="cv-zoom-figure" aria-label={say('zoomTo100')} onClick={toFull}>{format.share(zoom, 0)}</button>
      <ToolButton icon={Plus} name={say('zoomIn')} shortcut="+" onPress={closer} />
      <ToolButton icon={Maximize} name={say('fit')} shortcut="1" onPress={fit} />
      <span className="cv-bar-gap" />
      <button type="button" className="cv-text-button" aria-label={say('showList')} onClick={onList}>
        <List size={18} strokeWidth={1.75} aria-hidden />
        {say('list')}
      </button>
    </div>
  );
}
