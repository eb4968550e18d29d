/** In the bar of the proposal: the switch between writing and suggesting, how many suggestions are open, a way through them. */
import { Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, MessageSquareDiff, PencilLine } from 'lucide-react';
import { useText } from '../../../ui/text.ts';
import { useFormatKeys } from '../keys.ts';
import bar from '../Toolbar.module.css';
import { useSeen, useShared } from './SuggestionsContext.tsx';
import styles from './suggestions.module.css';
import { SUGGESTION_WORDS } from './words.ts';

export function SuggestTools({ onList }: { onList: () => void }) {
  const say = useText(SUGGESTION_WORDS);
  const keys = useFormatKeys();
  const { suggestions } = useShared();
  const { isOn, open } = useSeen();
  return (
    <>
      <Tooltip label={`${say('suggestName')} (${keys('E', true)})`}>
        <button
          type="button" className={`${bar.tool} ${styles.switch}`} aria-pressed={isOn} aria-label={say('suggestName')} tabIndex={-1}
          onMouseDown={event => { event.preventDefault(); }} onClick={() => { suggestions.toggle(); }}
        >
          <PencilLine size={18} strokeWidth={1.75} aria-hidden />{say('suggest')}
        </button>
      </Tooltip>
      {open.length > 0 && (
        <>
          <button type="button" className={`${bar.tool} ${styles.count}`} aria-label={say('openList', { count: open.length })} tabIndex={-1} onClick={onList}>
            <MessageSquareDiff size={18} strokeWidth={1.75} aria-hidden />{say('open', { count: open.length })}
          </button>
          <Step name={say('previous')} icon={ChevronUp} go={() => { suggestions.step(-1); }} />
          <Step name={say('next')} icon={ChevronDown} go={() => { suggestions.step(1); }} />
        </>
      )}
    </>
  );
}

function Step({ name, icon: Icon, go }: { name: string; icon: typeof ChevronUp; go: () => void }) {
  return (
    <Tooltip label={name}>
      <button type="button" className={bar.tool} aria-label={name} tabIndex={-1} onMouseDown={event => { event.preventDefault(); }} onClick={go}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}

/** Below the bar, said aloud when it changes: which of the two one is doing, and when something cannot be suggested. */
export function SuggestNote() {
  const say = useText(SUGGESTION_WORDS);
  const { isOn, refused } = useSeen();
  return (
    <div role="status" className={styles.noteBox}>
      {isOn && <p className={`${styles.note} ${refused > 0 ? styles.cannot : ''}`}>{refused > 0 ? say('cannot') : say('on')}</p>}
      {!isOn && <span className="ins-hidden">{say('off')}</span>}
    </div>
  );
}
