/** One open suggestion: who, on which side, what would come and go, and the answers its reader may give. */
import { Button } from '@mantine/core';
import { Check, Undo2, X } from 'lucide-react';
import { type Ref, useEffect, useRef } from 'react';
import type { Change, OpenSuggestion } from '../../../../shared/documents/suggestions.ts';
import type { Outcome } from '../../../../shared/suggestions.ts';
import { useReadable } from '../../../collab/CollabContext.tsx';
import { FigureChip } from '../../../ui/FigureChip.tsx';
import { LiveCard } from '../../../ui/LiveCard.tsx';
import { firstNameOf } from '../../../ui/initials.ts';
import { PersonBadge } from '../../../ui/PersonBadge.tsx';
import { useText } from '../../../ui/text.ts';
import { useFormat } from '../../../ui/useFormat.ts';
import { useSeen, useShared } from './SuggestionsContext.tsx';
import styles from './suggestions.module.css';
import { SUGGESTION_WORDS } from './words.ts';

interface Props {
  suggestion: OpenSuggestion;
  onAnswer: (outcome: Outcome) => void;
}

export function SuggestionCard({ suggestion, onAnswer }: Props) {
  const say = useText(SUGGESTION_WORDS);
  const format = useFormat();
  const { suggestions } = useShared();
  const isCurrent = useSeen().current === suggestion.id;
  const author = useMember(suggestion.by);
  const name = author ? firstNameOf(author.name) : say('somebody');
  const what = inShort(suggestion) || say('emptyChange');
  return (
    <li className={`${styles.card} ${isCurrent ? styles.current : ''}`} ref={useInView(isCurrent)} {...(isCurrent ? { 'aria-current': true } : {})} data-suggestion-card={suggestion.id}>
      <button type="button" className={styles.head} aria-label={say('showNamed', { what })} onClick={() => { suggestions.show(suggestion.id); }}>
        <PersonBadge name={author?.name ?? name} side={suggestion.side} size={26} />
        <span className={styles.who}>{say(kindOf(suggestion), { name })}</span>
        <span className={styles.when}>{format.moment(suggestion.at)}</span>
      </button>
      <div className={styles.what}>
        <Shown change={suggestion.removed} as="del" said={say('struckWords')} />
        <Shown change={suggestion.added} as="ins" said={say('addedWords')} />
      </div>
      <Answers suggestion={suggestion} name={name} what={what} onAnswer={onAnswer} />
    </li>
  );
}

export function useMember(id: string) {
  return useShared().members.find(member => member.id === id);
}

/** The card of what the caret is in comes into view, within its list. */
function useInView(isCurrent: boolean): Ref<HTMLLIElement> {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return card;
}

const isEmpty = ({ text, asked, blocks }: Change): boolean => text.trim() === '' && asked.length === 0 && blocks === 0;

function kindOf({ added, removed }: OpenSuggestion): 'adds' | 'strikes' | 'replaces' {
  if (isEmpty(removed)) return 'adds';
  return isEmpty(added) ? 'strikes' : 'replaces';
}

/** For names of buttons. */
function inShort({ added, removed }: OpenSuggestion): string {
  const words = [removed.text, added.text].map(text => text.trim().replace(/\s+/g, ' ')).filter(Boolean).join(' → ');
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}

function Shown({ change, as: Tag, said }: { change: Change; as: 'ins' | 'del'; said: string }) {
  const say = useText(SUGGESTION_WORDS);
  if (isEmpty(change)) return null;
  const text = change.text.trim();
  return (
    <div className={styles[Tag]}>
      <span className="ins-hidden">{said} </span>
      {text !== '' && <Tag>{text}</Tag>}
      {change.asked.map((asked, nth) => (asked.type === 'figure' ? <FigureChip key={nth} node={asked} /> : <LiveCard key={nth} node={asked} />))}
      {text === '' && change.asked.length === 0 && <Tag>{say('breaks', { count: change.blocks })}</Tag>}
    </div>
  );
}

function Answers({ suggestion, name, what, onAnswer }: Props & { name: string; what: string }) {
  const say = useText(SUGGESTION_WORDS);
  const { suggestions, project, room } = useShared();
  const mayWrite = useReadable(room.mayWrite);
  const [answers, withdraws] = [suggestions.mayAnswer(suggestion), suggestions.mayWithdraw(suggestion)];
  const why = withdraws ? 'ownWaits' : project.me.side === suggestion.side ? 'colleagues' : 'readers';
  return (
    <>
      {!answers && <p className={styles.why}>{say(why)}</p>}
      {(answers || withdraws) && !mayWrite && <p className={styles.why}>{say('paused')}</p>}
      {answers && (
        <div className={styles.answers}>
          <Button size="xs" disabled={!mayWrite} leftSection={<Check size={16} strokeWidth={2} aria-hidden />} aria-label={say('acceptNamed', { name, what })} data-answer="accepted" onClick={() => { onAnswer('accepted'); }}>{say('accept')}</Button>
          <Button size="xs" variant="default" disabled={!mayWrite} leftSection={<X size={16} strokeWidth={2} aria-hidden />} aria-label={say('refuseNamed', { name, what })} onClick={() => { onAnswer('refused'); }}>{say('refuse')}</Button>
        </div>
      )}
      {withdraws && (
        <div className={styles.answers}>
          <Button size="xs" variant="default" disabled={!mayWrite} leftSection={<Undo2 size={16} strokeWidth={2} aria-hidden />} aria-label={say('withdrawNamed', { what })} onClick={() => { onAnswer('withdrawn'); }}>{say('withdraw')}</Button>
        </div>
      )}
    </>
  );
}
