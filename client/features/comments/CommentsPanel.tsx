/**
 * The thread of one note or of the whole project: read, answer, settle.
 *
 * The page around it says where it stands (`anchor`, `heading`) and gets it as a slot, so that the canvas need not
 * know comments. Opening a thread marks it as read up to its newest word.
 */
import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { allows, type Standing } from '../../../shared/access.ts';
import { type Anchor, anchorKey, type Audience } from '../../../shared/comments.ts';
import type { CommentId, MemberId, ProjectId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useRefusal } from '../../ui/useRefusal.ts';
import { toast } from '../../ui/undoToast.tsx';
import { useText } from '../../ui/text.ts';
import { CommentRow } from './CommentRow.tsx';
import { Composer } from './Composer.tsx';
import styles from './comments.module.css';
import { type Draft, draftOf, keepDraft } from './drafts.ts';
import { STRINGS } from './strings.ts';
import type { Thread } from './threads.ts';
import { useCommentDeeds, useThreads } from './useComments.ts';

export interface CommentsPanelProps {
  projectId: ProjectId;
  anchor: Anchor;
  /** What the thread hangs on, in words: the first words of the note. */
  heading?: string;
  people: readonly MemberView[];
  me: Standing & { memberId: MemberId };
  /** The seller's firm: "Only Nodo reads this". */
  firm: string;
  onClose?: () => void;
}

export function CommentsPanel(props: CommentsPanelProps) {
  const { projectId, anchor, me, onClose, heading } = props;
  const say = useText(STRINGS);
  const query = useThreads(projectId, me.memberId);
  const key = anchorKey(anchor);
  const thread = query.data?.find(each => each.key === key);
  const title = anchor.on === 'project' ? say('onProject') : say('onNote');
  return (
    <section className={styles.panel} aria-label={heading ? `${title}: ${heading}` : title}>
      <header className={styles.panelHead}>
        <div className={styles.panelTitle}>
          <h2>{title}</h2>
          {heading && <p>{heading}</p>}
        </div>
        {thread && <Settle {...props} thread={thread} />}
        {onClose && (
          <ActionIcon variant="subtle" color="gray" aria-label={say('close')} onClick={onClose}>
            <X size={18} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        )}
      </header>
      {query.isPending && <div className={styles.pad}><Loading /></div>}
      {query.isError && <div className={styles.pad}><Refused error={query.error} again={() => void query.refetch()} /></div>}
      {query.data && <Conversation {...props} thread={thread} threadKey={key} />}
    </section>
  );
}

function Conversation(props: CommentsPanelProps & { thread: Thread | undefined; threadKey: string }) {
  const { projectId, anchor, people, me, firm, thread, threadKey } = props;
  const say = useText(STRINGS);
  const deeds = useCommentDeeds(projectId);
  const [draft, setDraft] = useState(() => draftOf(projectId, threadKey));
  const [leaving, setLeaving] = useState<CommentId>();
  const failed = useRefusal(deeds.add.error ?? deeds.edit.error ?? deeds.remove.error);
  const end = useRef<HTMLLIElement>(null);
  const newest = thread?.comments.at(-1)?.createdAt ?? 0;
  const { markRead } = deeds;

  useEffect(() => {
    if (thread && thread.unread > 0) markRead({ anchor, upTo: newest });
  }, [thread, newest, anchor, markRead]);
  useEffect(() => { end.current?.scrollIntoView({ block: 'nearest' }); }, [newest]);

  const change = (next: Draft): void => { setDraft(next); keepDraft(projectId, threadKey, next); };
  const send = (sent: Draft, mentions: MemberId[]): void => {
    deeds.add.mutate({ anchor, audience: sent.audience, body: sent.body, mentions }, { onSuccess: () => { change({ ...sent, body: '' }); } });
  };
  return (
    <>
      {thread?.settled && <p className={styles.settled}>{say('settled')}</p>}
      {thread
        ? (
          <ol className={styles.list}>
            {thread.comments.map(comment => (
              <CommentRow
                key={comment.id} comment={comment} author={people.find(person => person.id === comment.authorId)} people={people}
                me={me} firm={firm} onDelete={() => { setLeaving(comment.id); }}
                onEdit={(body, mentions) => deeds.edit.mutateAsync({ id: comment.id, body, mentions })}
              />
            ))}
            <li ref={end} aria-hidden />
          </ol>
        )
        : <div className={styles.empty}><p>{say('empty')}</p><p>{say('emptyHint')}</p></div>}
      {allows(me, 'comment.write')
        ? (
          <Composer
            draft={draft} onDraft={change} onSend={send} busy={deeds.add.isPending} error={failed} people={people} me={me.memberId}
            mayWriteInside={allows(me, 'comment.writeInternal')} firm={firm} placeholder={thread ? say('answer') : say('placeholder')}
          />
        )
        : <p className={styles.readOnly}>{say('readOnly')}</p>}
      <Confirm
        opened={leaving !== undefined} question={`${say('remove')}?`} verb={say('remove')} danger onClose={() => { setLeaving(undefined); }}
        onConfirm={() => {
          if (leaving) deeds.remove.mutate(leaving, { onSuccess: () => { toast(say('removed')); } });
          setLeaving(undefined);
        }}
      />
    </>
  );
}

/** Settles what the reader may settle: the talk of everyone, and the inside one where they take part in it. */
function Settle({ projectId, anchor, me, thread }: CommentsPanelProps & { thread: Thread }) {
  const say = useText(STRINGS);
  const deeds = useCommentDeeds(projectId);
  if (!allows(me, 'comment.write')) return null;
  const audiences = [...new Set<Audience>(thread.comments.map(comment => comment.audience))];
  const settle = (settled: boolean): void => {
    for (const audience of audiences) deeds.settle.mutate({ anchor, audience, settled });
  };
  return (
    <Button variant="subtle" size="compact-sm" loading={deeds.settle.isPending} onClick={() => { settle(!thread.settled); }}>
      {thread.settled ? say('reopen') : say('settle')}
    </Button>
  );
}
