/** Where a comment is written: words, people to mention, and always whom it reaches. Knows no server. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { Lock } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { allows } from '../../../shared/access.ts';
import type { Audience } from '../../../shared/comments.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { MemberView } from '../../../shared/members.ts';
import { useText } from '../../ui/text.ts';
import styles from './comments.module.css';
import type { Draft } from './drafts.ts';
import { MentionList } from './MentionList.tsx';
import { STRINGS } from './strings.ts';
import { mentionBeingTyped, mentionName, piecesOf } from './threads.ts';

interface Props {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSend: (draft: Draft, mentions: MemberId[]) => void;
  busy: boolean;
  error: string | undefined;
  /** Those who may be mentioned; filtered here by whom the chosen audience reaches. */
  people: readonly MemberView[];
  me: MemberId;
  mayWriteInside: boolean;
  firm: string;
  placeholder: string;
  /** What the button says instead of "Send". */
  verb?: string;
}

export function Composer(props: Props) {
  const { draft, onDraft, busy, error, people, me, mayWriteInside, firm, placeholder } = props;
  const say = useText(STRINGS);
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const inside = draft.audience === 'internal';
  const reached = people.filter(person => person.id !== me && !person.removed && (!inside || allows(person, 'comment.readInternal')));
  const typed = mentionBeingTyped(draft.body, caret);
  const found = typed === undefined ? [] : reached.filter(person => matches(person.name, typed)).slice(0, 6);
  const picker = useMentionPicker(found, person => { insertMention(person); });
  const listId = useId();

  function insertMention(person: MemberView): void {
    const start = caret - (typed ?? '').length;
    const name = mentionName(person, people);
    const body = `${draft.body.slice(0, start)}${name} ${draft.body.slice(caret)}`;
    const next = start + name.length + 1;
    onDraft({ ...draft, body });
    setCaret(next);
    requestAnimationFrame(() => field.current?.setSelectionRange(next, next));
  }

  function send(): void {
    const body = draft.body.trim();
    if (body === '' || busy) return;
    props.onSend({ ...draft, body }, mentionedIn(body, reached, people));
  }

  function onKey(event: KeyboardEvent): void {
    if (picker.onKey(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  }

  return (
    <div className={`${styles.composer} ${inside ? styles.composerInside : ''}`}>
      <div className={styles.field}>
        <Textarea
          ref={field} aria-label={say('write')} placeholder={placeholder} autosize minRows={1} maxRows={8} maxLength={LIMITS.commentLength}
          value={draft.body} error={error} onKeyDown={onKey} title={say('sendHow')} aria-keyshortcuts="Control+Enter"
          aria-controls={found.length > 0 ? listId : undefined} aria-activedescendant={found.length > 0 ? `${listId}-${picker.active}` : undefined}
          onChange={event => { onDraft({ ...draft, body: event.currentTarget.value }); setCaret(event.currentTarget.selectionStart); }}
          onSelect={event => { setCaret(event.currentTarget.selectionStart); }}
        />
        {found.length > 0 && <MentionList id={listId} people={found} active={picker.active} onPick={insertMention} label={say('people')} />}
      </div>
      <div className={styles.composerFoot}>
        {mayWriteInside ? <Reach audience={draft.audience} firm={firm} onChange={audience => { onDraft({ ...draft, audience }); }} /> : <span />}
        <Button size="sm" onClick={send} loading={busy} disabled={draft.body.trim() === ''}>
          {props.verb ?? (inside ? say('sendTo', { firm }) : say('send'))}
        </Button>
      </div>
    </div>
  );
}

/** Whom it reaches, always in sight; nothing about it is guessed. */
function Reach({ audience, firm, onChange }: { audience: Audience; firm: string; onChange: (audience: Audience) => void }) {
  const say = useText(STRINGS);
  return (
    <SegmentedControl
      size="xs" aria-label={say('reach')} value={audience} onChange={value => { onChange(value === 'internal' ? 'internal' : 'everyone'); }}
      classNames={{ root: styles.reach ?? '', indicator: (audience === 'internal' ? styles.reachInside : styles.reachAll) ?? '' }}
      data={[
        { value: 'everyone', label: say('everyone') },
        { value: 'internal', label: <span className={styles.reachOption}><Lock size={13} strokeWidth={1.75} aria-hidden />{say('onlyUs', { firm })}</span> },
      ]}
    />
  );
}

/** Those whose name stands after an @, whole. */
function mentionedIn(body: string, reached: readonly MemberView[], people: readonly MemberView[]): MemberId[] {
  const stands = (name: string): boolean => piecesOf(body, [name]).some(piece => piece.mention);
  return reached.filter(person => stands(mentionName(person, people)) || stands(person.name)).map(person => person.id);
}

/** Names are found by the beginning of any of their words, whatever the accents. */
function matches(name: string, typed: string): boolean {
  const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare(name).split(/\s+/).some(word => word.startsWith(bare(typed))) || bare(name).startsWith(bare(typed));
}

function useMentionPicker(found: readonly MemberView[], pick: (person: MemberView) => void) {
  const [active, setActive] = useState(0);
  const [closedFor, setClosedFor] = useState<readonly MemberView[] | undefined>();
  const open = found.length > 0 && closedFor?.length !== found.length;
  const at = Math.min(active, Math.max(found.length - 1, 0));

  function onKey(event: KeyboardEvent): boolean {
    if (!open) return false;
    const person = found[at];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((at + step + found.length) % found.length);
    else if (person && ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')) pick(person);
    else if (event.key === 'Escape') setClosedFor(found);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  return { active: at, onKey };
}
