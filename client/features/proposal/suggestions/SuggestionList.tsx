/** All suggestions beside the text, in its order, and below them what became of earlier ones. On narrow pages a sheet. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef } from 'react';
import type { OpenSuggestion } from '../../../../shared/documents/suggestions.ts';
import type { Answered, Outcome } from '../../../../shared/suggestions.ts';
import { firstNameOf } from '../../../ui/initials.ts';
import { PersonBadge } from '../../../ui/PersonBadge.tsx';
import { useText } from '../../../ui/text.ts';
import { toast } from '../../../ui/undoToast.tsx';
import { useFormat } from '../../../ui/useFormat.ts';
import { SuggestionCard, useMember } from './SuggestionCard.tsx';
import { useSeen, useShared } from './SuggestionsContext.tsx';
import styles from './suggestions.module.css';
import { SUGGESTION_WORDS } from './words.ts';

const AT_ONCE = { getInitialValueInEffect: false };
/** Where the page has no room beside the sheet. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 79.99em)', false, AT_ONCE);
const usePhone = (): boolean => useMediaQuery('(max-width: 47.99em)', false, AT_ONCE);

/** Whether there is anything to show beside the text. */
export function useHasSuggestions(): boolean {
  const { isOn, open, answered } = useSeen();
  return isOn || open.length > 0 || answered.length > 0;
}

export function SuggestionSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useText(SUGGESTION_WORDS);
  const phone = usePhone();
  return (
    <Drawer
      opened={opened} onClose={onClose} title={say('title')} position={phone ? 'bottom' : 'right'} size={phone ? '70%' : 380}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Cards />
    </Drawer>
  );
}

export function SuggestionAside() {
  const say = useText(SUGGESTION_WORDS);
  return (
    <section className={styles.aside} aria-labelledby="suggestions-title" id="suggestions" tabIndex={-1}>
      <h2 className={styles.title} id="suggestions-title">{say('title')}</h2>
      <Cards />
    </section>
  );
}

function Cards() {
  const say = useText(SUGGESTION_WORDS);
  const { open, answered } = useSeen();
  const list = useRef<HTMLDivElement>(null);
  const answer = useAnswer(list);
  return (
    <div ref={list} tabIndex={-1} className={styles.cards}>
      {open.length === 0 && <p className={styles.none}>{say('none')} {answered.length === 0 && say('how')}</p>}
      {open.length > 0 && (
        <>
          <ol className={styles.list}>
            {open.map(suggestion => <SuggestionCard key={suggestion.id} suggestion={suggestion} onAnswer={outcome => { answer(suggestion, outcome); }} />)}
          </ol>
          <p className={styles.outside}>{say('outside')}</p>
        </>
      )}
      {answered.length > 0 && <Past answered={answered} />}
    </div>
  );
}

/** Afterwards the keyboard stands at the next one's answer, or at the list. */
function useAnswer(list: React.RefObject<HTMLDivElement | null>) {
  const say = useText(SUGGESTION_WORDS);
  const { suggestions } = useShared();
  return (suggestion: OpenSuggestion, outcome: Outcome): void => {
    const after = suggestions.step(1);
    suggestions.answer(suggestion.id, outcome);
    toast(say(outcome));
    requestAnimationFrame(() => {
      const next = after && list.current?.querySelector<HTMLElement>(`[data-suggestion-card="${after.id}"] button[data-answer]`);
      (next ?? list.current)?.focus();
    });
  };
}

function Past({ answered }: { answered: readonly Answered[] }) {
  const say = useText(SUGGESTION_WORDS);
  return (
    <details className={styles.past}>
      <summary>{say('answered')} ({answered.length})</summary>
      <ol className={styles.list}>{answered.map(each => <Trace key={each.id} trace={each} />)}</ol>
    </details>
  );
}

function Trace({ trace }: { trace: Answered }) {
  const say = useText(SUGGESTION_WORDS);
  const format = useFormat();
  const [author, answerer] = [useMember(trace.by), useMember(trace.answeredBy)];
  const nameOf = (member: typeof author): string => (member ? firstNameOf(member.name) : say('somebody'));
  return (
    <li className={styles.trace}>
      <p className={styles.traceHead}>
        {answerer && <PersonBadge name={answerer.name} side={answerer.side} size={20} former={answerer.removed} />}
        <strong>{say(`outcome.${trace.outcome}`, { name: nameOf(answerer) })}</strong>
        <span className={styles.when}>{format.moment(trace.answeredAt)}</span>
      </p>
      <p className={styles.what}>
        {trace.removed.trim() !== '' && <del>{trace.removed.trim()}</del>} {trace.added.trim() !== '' && <ins>{trace.added.trim()}</ins>}
        {trace.removed.trim() + trace.added.trim() === '' && say('emptyChange')}
      </p>
      <p className={styles.why}>{say('by', { name: nameOf(author) })}</p>
    </li>
  );
}
