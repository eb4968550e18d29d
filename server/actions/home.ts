/** Gathers what a project's home tells one reader; the domain leaves out what they may not open before it counts. */
import type { ProjectHome } from '../../shared/home.ts';
import type { ProjectId } from '../../shared/ids.ts';
import type { Member } from '../../shared/members.ts';
import type { Project } from '../../shared/projects.ts';
import { homeFor } from '../domain/home.ts';
import type { Parts } from '../parts.ts';
import { approvals, comments, doubts, members, rounds, settlings, versions } from '../storage/collections.ts';
import type { Collection, Store, Stored } from '../storage/store.ts';

export async function readHome({ store }: Pick<Parts, 'store'>, project: Project, reader: Member): Promise<ProjectHome> {
  const all = <T extends { id: string }>(of: Collection<T>) => everyOne(store, of, project.id);
  const facts = {
    members: await all(members), comments: await all(comments), doubts: await all(doubts), settlings: await all(settlings),
    versions: await all(versions), rounds: await all(rounds), approvals: await all(approvals),
  };
  return homeFor(reader, project.stage, facts);
}

/** Page by page: a project of years may hold more than one answer of the store. */
async function everyOne<T extends { id: string }>(store: Store, of: Collection<T>, projectId: ProjectId): Promise<Stored<T>[]> {
  const all: Stored<T>[] = [];
  let after: string | undefined;
  do {
    const page = await store.page(of, 'byProject', { key: [projectId], limit: 1_000, after });
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}
