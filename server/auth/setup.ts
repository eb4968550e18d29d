/**
 * The first minutes of an empty store: one printed link lets one person set up the workspace and its first account.
 * The token is fresh at each start, kept as a hash, and gone with its use.
 */
import { timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import type { SetUp } from '../../shared/signIn.ts';
import { hashToken, makeToken } from '../ids.ts';
import type { BaseParts } from '../parts.ts';
import { colleagues, people, workspaces } from '../storage/collections.ts';
import { put, remove, type Store, type Write } from '../storage/store.ts';
import { passwords, provenAddresses, setupLinks } from './collections.ts';
import { hashPassword } from './passwords.ts';

export async function isEmpty(store: Store): Promise<boolean> {
  const { items } = await store.page(workspaces, 'all', { key: [], limit: 1 });
  return items.length === 0;
}

/** Makes the one token that counts from now on; an earlier start's link opens nothing any more. */
export async function makeSetupToken({ store, clock }: Pick<BaseParts, 'store' | 'clock'>): Promise<string> {
  const token = makeToken();
  const kept = await store.get(setupLinks, 'setup');
  await store.commit([put(setupLinks, { id: 'setup', tokenHash: hashToken(token), madeAt: clock() }, kept?.rev ?? null)]);
  return token;
}

/** Person, workspace and the end of the link are one write: of two who hold the link, one sets up. */
export async function setUp(parts: BaseParts, asked: SetUp): Promise<PersonId> {
  if (!(await isEmpty(parts.store))) throw new Refusal('set-up-done');
  const link = await parts.store.get(setupLinks, 'setup');
  if (!link || !sameHash(link.tokenHash, hashToken(asked.token))) throw new Refusal('link-used');
  const personId = parts.makeId('psn');
  const hash = await hashPassword(asked.password);
  await parts.store.commit([remove(setupLinks, link.id, link.rev), ...firstRecords(parts, asked, { personId, hash })]);
  return personId;
}

function firstRecords({ makeId, clock }: BaseParts, asked: SetUp, { personId, hash }: { personId: PersonId; hash: string }): Write[] {
  const { name, email, language, workspace } = asked;
  const workspaceId = makeId('wsp');
  const at = clock();
  return [
    put(people, { id: personId, name, email, language, scheme: 'auto', createdAt: at }, null),
    put(passwords, { id: makeToken(), personId, hash, createdAt: at, updatedAt: at }, null),
    // Whoever reads the server's own output is believed about their address.
    put(provenAddresses, { id: personId, email, provenAt: at }, null),
    put(workspaces, { id: workspaceId, name: workspace, createdAt: at }, null),
    put(colleagues, { id: `${workspaceId}:${personId}`, workspaceId, personId, owner: true, joinedAt: at }, null),
  ];
}

function sameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
