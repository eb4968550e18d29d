/** One comment as it stands in a thread: who, when, what; hatched when only one's own house reads it. */
import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { allows, type Standing } from '../../../shared/access.ts';
import type { Comment } from '../../../shared/comments.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import { HatchedBox } from '../../ui/HatchedBox.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useText } from '../../ui/text.ts';
import { Composer } from './Composer.tsx';
import styles from './comments.module.css';
import { STRINGS } from './strings.ts';
import { piecesOf } from './threads.ts';

interface Props {
  comment: Comment;
  author: MemberView | undefined;
  people: readonly MemberView[];
  me: Standing & { memberId: MemberId };
  firm: string;
  onEdit: (body: string, mentions: MemberId[]) => Promise<unknown>;
  onDelete: () => void;
}

export function CommentRow(props: Props) {
  const { comment, firm } = props;
  const say = useText(STRINGS);
  const content = comment.deletedAt === null ? <Said {...props} /> : <Tidied {...props} />;
  return (
    <li className={styles.row}>
      {comment.audience === 'internal' ? <HatchedBox flat label={say('onlyUsReads', { firm })}>{content}</HatchedBox> : content}
    </li>
  );
}

function Tidied({ comment, people }: Props) {
  const say = useText(STRINGS);
  const name = people.find(person => person.id === comment.deletedBy)?.name;
  return <p className={styles.tidied}>{say('tidied', { name: name === undefined ? say('former') : firstNameOf(name) })}</p>;
}

function Said({ comment, author, people, me, firm, onEdit, onDelete }: Props) {
  const say = useText(STRINGS);
  const format = useFormat();
  const [draft, setDraft] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = author?.name ?? say('former');
  const mine = comment.authorId === me.memberId;
  const save = async (body: string, mentions: MemberId[]): Promise<void> => {
    setBusy(true);
    const done = await onEdit(body, mentions).then(() => true, () => false);
    setBusy(false);
    if (done) setDraft(undefined);
  };
  return (
    <article className={styles.said}>
      <PersonBadge name={name} side={author?.side ?? 'internal'} size={26} former={author?.removed ?? true} />
      <div className={styles.words}>
        <header className={styles.head}>
          <strong>{firstNameOf(name)}</strong>
          <time dateTime={new Date(comment.createdAt).toISOString()}>{format.moment(comment.createdAt)}</time>
          {comment.editedAt !== null && <span className={styles.edited}>{say('edited')}</span>}
          {(mine || allows(me, 'comment.tidy')) && <More mine={mine} onEdit={() => { setDraft(comment.body); }} onDelete={onDelete} />}
        </header>
        {draft === undefined
          ? <Body body={comment.body} names={people.filter(person => comment.mentions.includes(person.id)).flatMap(person => [person.name, firstNameOf(person.name)])} />
          : (
            <>
              <Composer
                draft={{ body: draft, audience: comment.audience }} onDraft={next => { setDraft(next.body); }} busy={busy} error={undefined}
                onSend={(next, mentions) => void save(next.body, mentions)} people={people} me={me.memberId} mayWriteInside={false}
                firm={firm} placeholder={say('placeholder')} verb={say('save')}
              />
              <button type="button" className={styles.quiet} onClick={() => { setDraft(undefined); }}>{say('cancel')}</button>
            </>
          )}
      </div>
    </article>
  );
}

function Body({ body, names }: { body: string; names: readonly string[] }) {
  return (
    <p className={styles.body}>
      {piecesOf(body, names).map((piece, index) => (piece.mention ? <b key={index} className={styles.named}>{piece.text}</b> : piece.text))}
    </p>
  );
}

function More({ mine, onEdit, onDelete }: { mine: boolean; onEdit: () => void; onDelete: () => void }) {
  const say = useText(STRINGS);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={say('more')} className={styles.more}>
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mine && <Menu.Item onClick={onEdit}>{say('edit')}</Menu.Item>}
        <Menu.Item onClick={onDelete}>{say('remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
