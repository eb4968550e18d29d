/** Tells the people whom a comment mentions. The letter says where, never what: words stay in Insieme. */
import type { Comment } from '../../shared/comments.ts';
import type { MemberId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import { mentionLetter } from '../domain/letters.ts';
import type { Parts } from '../parts.ts';
import { members, people, projects } from '../storage/collections.ts';
import type { Store } from '../storage/store.ts';

type Needed = Pick<Parts, 'store' | 'mail' | 'log' | 'config'>;

/** A letter that cannot be sent is logged and changes nothing: the comment stands, and its unread mark with it. */
export async function tellMentioned(parts: Needed, author: Member, comment: Comment, mentioned: readonly MemberId[]): Promise<void> {
  if (mentioned.length === 0) return;
  const [project, by] = await Promise.all([parts.store.get(projects, comment.projectId), parts.store.get(people, author.personId)]);
  if (!project || !by) return;
  for (const id of mentioned) {
    const person = await personOf(parts.store, id);
    if (!person) continue;
    const letter = mentionLetter(person.language, { by: by.name, projectTitle: project.title, link: linkTo(parts, project.id) });
    await parts.mail.send({ to: person.email, ...letter }).catch((error: unknown) => {
      parts.log.warn({ err: error, memberId: id }, 'a letter about a mention was not sent');
    });
  }
}

/** Links come from the configured address alone, never from a request; a local installation has none. */
function linkTo({ config }: Needed, projectId: string): string | undefined {
  return config.publicUrl ? new URL(`/projects/${projectId}`, config.publicUrl).href : undefined;
}

async function personOf(store: Store, id: MemberId) {
  const member = await store.get(members, id);
  return member && member.removedAt === null ? store.get(people, member.personId) : undefined;
}
