/** In the bar of the proposal and right below it: writing or suggesting, how many suggestions are open, a way through them. */
import { Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, MessageSquareDiff, PencilLine } from 'lucide-react';
import { useText } from '../../../ui/text.ts';
import { useFormatKeys } from '../keys.ts';
import bar from '../Toolbar.module.css';
import { useSeen, useShared } from './SuggestionsContext.tsx';
import styles from './suggestions.module.css';
import { SUGGESTION_WORDS } from './words.ts';

export function SuggestSwitch() {
  const say = useText(SUGGESTION_WORDS);
  const keys = useFormatKeys();
  const { suggestions } = useShared();
  const { isOn } = useSeen();
  return (
    <Tooltip label={`${say('suggestName')} (${keys('E', true)})`}>
      <button
        type="button" className={`${bar.tool} ${styles.switch}`} aria-pressed={isOn} aria-label={say('suggestName')} tabIndex={-1}
        onMouseDown={event => { event.preventDefault(); }} onClick={() => { suggestions.toggle(); }}
      >
        <PencilLine size={18} strokeWidth={1.75} aria-hidden />{say('suggest')}
      </button>
    </Tooltip>
  );
}

/** Below the bar: which of the two one is doing (said aloud when it changes), how many suggestions are open, a way through them. */
export function SuggestLine({ onList, reading = false }: { onList: () => void; /** Nothing is written here just now. */ reading?: boolean }) {
  const say = useText(SUGGESTION_WORDS);
  const { suggestions } = useShared();
  const seen = useSeen();
  const { open, refused } = seen;
  const isOn = seen.isOn && !reading;
  const shown = isOn || open.length > 0;
  if (reading && !shown) return null;
  return (
    <div className={shown ? `${styles.line} ${isOn ? styles.on : ''} ${isOn && refused > 0 ? styles.cannot : ''}` : 'ins-hidden'}>
      {!reading && <p role="status" className={isOn ? styles.note : 'ins-hidden'}>{isOn ? (refused > 0 ? say('cannot') : say('on')) : say('off')}</p>}
      {open.length > 0 && (
        <span className={styles.steps}>
          <button type="button" className={styles.count} aria-label={say('openList', { count: open.length })} onClick={onList}>
            <MessageSquareDiff size={16} strokeWidth={1.75} aria-hidden />{say('open', { count: open.length })}
          </button>
          {!reading && <Step name={say('previous')} icon={ChevronUp} go={() => { suggestions.step(-1); }} />}
          {!reading && <Step name={say('next')} icon={ChevronDown} go={() => { suggestions.step(1); }} />}
        </span>
      )}
    </div>
  );
}

function Step({ name, icon: Icon, go }: { name: string; icon: typeof ChevronUp; go: () => void }) {
  return (
    <Tooltip label={name}>
      <button type="button" className={styles.step} aria-label={name} onMouseDown={event => { event.preventDefault(); }} onClick={go}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
