/**
 * better-auth's four tables, as it sees them, on our collections: `user` is a person, `account` a password,
 * `session` keeps the hash of its token, `verification` a one-time link. Dates become epoch milliseconds.
 *
 * Each table answers exactly the look-ups that better-auth sends (a test records them) and throws on others.
 */
import type { PersonId } from '../../shared/ids.ts';
import type { Person } from '../../shared/people.ts';
import { hashToken } from '../ids.ts';
import { people } from '../storage/collections.ts';
import { type Collection, Conflict, put, remove, type Store, type Stored } from '../storage/store.ts';
import {
  type KeptPassword, KeptSession, KeptVerification, passwords, provenAddresses, sessions, verifications,
} from './collections.ts';

/** A row as better-auth reads and writes it. */
export type Row = Record<string, unknown>;

export interface Table {
  create(row: Row): Promise<Row>;
  /** Rows with this value in this field, the newest first. */
  find(field: string, value: unknown): Promise<Row[]>;
  /** Null when somebody else removed it meanwhile. */
  change(row: Row, change: Row): Promise<Row | null>;
  /** True for exactly one of those who try at once. */
  remove(row: Row): Promise<boolean>;
}

/** Something that better-auth did not do when this was written: look at it before allowing it. */
export class NotSupported extends Error {
  override readonly name = 'NotSupported';
}

export type OnSessionEnded = (personId: PersonId, sessionId: string) => void;

export function createTables(store: Store, onSessionEnded: OnSessionEnded): Readonly<Record<string, Table>> {
  return {
    user: userTable(store),
    account: accountTable(store),
    session: sessionTable(store, onSessionEnded),
    verification: verificationTable(store),
  };
}

/** People are made by set-up, invitations and the demo, never by signing in. */
function userTable(store: Store): Table {
  const asRow = async (person: Stored<Person> | undefined): Promise<Row[]> => {
    if (!person) return [];
    const proven = await store.get(provenAddresses, person.id);
    const { id, name, email, language, scheme } = person;
    const at = new Date(person.createdAt);
    return [{ id, name, email, language, scheme, emailVerified: proven?.email === email, image: null, createdAt: at, updatedAt: at }];
  };
  return {
    create: () => refuse('user', 'create'),
    async find(field, value) {
      if (field === 'id') return asRow(await store.get(people, text(value)));
      if (field === 'email') return asRow(await store.getUnique(people, 'byEmail', [text(value)]));
      return refuse('user', `find by ${field}`);
    },
    async change(row, change) {
      const fields = Object.keys(change).filter(field => field !== 'updatedAt');
      if (fields.join() !== 'emailVerified' || change['emailVerified'] !== true) return refuse('user', `change ${fields.join(', ')}`);
      const id = row['id'] as PersonId;
      const kept = await store.get(provenAddresses, id);
      await store.commit([put(provenAddresses, { id, email: text(row['email']), provenAt: Date.now() }, kept?.rev ?? null)]);
      return { ...row, emailVerified: true };
    },
    remove: () => refuse('user', 'remove'),
  };
}

/** Only `credential` accounts exist: a password each. */
function accountTable(store: Store): Table {
  const asRow = ({ id, personId, hash, createdAt, updatedAt }: KeptPassword): Row => ({
    id, userId: personId, accountId: personId, providerId: 'credential', password: hash,
    createdAt: new Date(createdAt), updatedAt: new Date(updatedAt),
  });
  return {
    create: () => refuse('account', 'create'),
    async find(field, value) {
      const kept = field === 'userId' ? await store.getUnique(passwords, 'byPerson', [text(value)])
        : field === 'id' ? await store.get(passwords, text(value))
        : await refuse('account', `find by ${field}`);
      return kept ? [asRow(kept)] : [];
    },
    change: () => refuse('account', 'change'),
    remove: row => removeOnce(store, passwords, row),
  };
}

function sessionTable(store: Store, onSessionEnded: OnSessionEnded): Table {
  /** The token itself is known only to whoever brought it. */
  const asRow = (kept: KeptSession, token: string): Row => ({
    id: kept.id, userId: kept.personId, token, signedInWith: kept.signedInWith, userAgent: kept.device, ipAddress: '',
    createdAt: new Date(kept.createdAt), updatedAt: new Date(kept.updatedAt), expiresAt: new Date(kept.expiresAt),
  });
  return {
    async create(row) {
      const kept = KeptSession.parse({
        id: row['id'], personId: row['userId'], tokenHash: hashToken(text(row['token'])), signedInWith: row['signedInWith'],
        device: text(row['userAgent']).slice(0, 300),
        createdAt: time(row['createdAt']), updatedAt: time(row['updatedAt']), expiresAt: time(row['expiresAt']),
      });
      await store.commit([put(sessions, kept, null)]);
      return asRow(kept, text(row['token']));
    },
    async find(field, value) {
      if (field === 'userId') return (await store.find(sessions, 'byPerson', [text(value)])).map(kept => asRow(kept, '')).toReversed();
      if (field !== 'token') return refuse('session', `find by ${field}`);
      const kept = await store.getUnique(sessions, 'byToken', [hashToken(text(value))]);
      return kept ? [asRow(kept, text(value))] : [];
    },
    async change(row, change) {
      const kept = await store.get(sessions, text(row['id']));
      if (!kept) return null;
      const { rev, ...session } = kept;
      const changed: KeptSession = {
        ...session,
        expiresAt: 'expiresAt' in change ? time(change['expiresAt']) : session.expiresAt,
        updatedAt: 'updatedAt' in change ? time(change['updatedAt']) : session.updatedAt,
      };
      await store.commit([put(sessions, changed, rev)]);
      return asRow(changed, text(row['token']));
    },
    async remove(row) {
      const removed = await removeOnce(store, sessions, row);
      if (removed) onSessionEnded(row['userId'] as PersonId, text(row['id']));
      return removed;
    },
  };
}

function verificationTable(store: Store): Table {
  const asRow = ({ id, identifier, value, ...times }: KeptVerification): Row => ({
    id, identifier, value,
    createdAt: new Date(times.createdAt), updatedAt: new Date(times.updatedAt), expiresAt: new Date(times.expiresAt),
  });
  return {
    async create(row) {
      const kept = KeptVerification.parse({
        id: row['id'], identifier: row['identifier'], value: row['value'],
        createdAt: time(row['createdAt']), updatedAt: time(row['updatedAt']), expiresAt: time(row['expiresAt']),
      });
      await store.commit([put(verifications, kept, null)]);
      return asRow(kept);
    },
    async find(field, value) {
      if (field === 'identifier') return (await store.find(verifications, 'byIdentifier', [text(value)])).map(asRow).toReversed();
      if (field !== 'id') return refuse('verification', `find by ${field}`);
      const kept = await store.get(verifications, text(value));
      return kept ? [asRow(kept)] : [];
    },
    change: () => refuse('verification', 'change'),
    remove: row => removeOnce(store, verifications, row),
  };
}

/** Compare and remove: of several who hold the same link, one gets it. */
async function removeOnce<T extends { id: string }>(store: Store, from: Collection<T>, row: Row): Promise<boolean> {
  const kept = await store.get(from, text(row['id']));
  if (!kept) return false;
  try {
    await store.commit([remove(from, kept.id, kept.rev)]);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

function refuse(table: string, what: string): Promise<never> {
  return Promise.reject(new NotSupported(`${table}: ${what}`));
}

/** Only strings look anything up: an object or a list in a query is an attack or a mistake. */
function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotSupported(`a look-up by ${typeof value}`);
  return value;
}

function time(value: unknown): number {
  if (!(value instanceof Date)) throw new NotSupported(`a time that is a ${typeof value}`);
  return value.getTime();
}
