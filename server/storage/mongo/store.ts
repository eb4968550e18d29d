/** The store on MongoDB, for teams and for several servers: a replica set (one node is enough), through mongoose. */
import type { Connection } from 'mongoose';
import { Declared } from '../declared.ts';
import { Gate } from '../gate.ts';
import { type Collection, type Store, StoreUnavailable } from '../store.ts';
import { ours } from './definition.ts';
import { GridFiles } from './files.ts';
import { MongoJournal } from './journal.ts';
import { MongoRecords } from './records.ts';
import { againWhenMet } from './transaction.ts';

const SETTINGS = {
  promoteBuffers: true,
  readPreference: 'primary',
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
} as const;

export interface Patience {
  /** How long a call looks for a server that takes it. */
  readonly answerWithinMs?: number;
}

/** Throws `StoreUnavailable` when no such server answers in time. */
export async function openMongoStore(uri: string, collections: readonly Collection<never>[], { answerWithinMs = 5_000 }: Patience = {}): Promise<Store> {
  const declared = new Declared(collections);
  const connection = await connect(uri, answerWithinMs);
  try {
    return await storeOn(connection, declared);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The address may hold a password: it is not repeated. */
async function connect(uri: string, serverSelectionTimeoutMS: number): Promise<Connection> {
  const connection = ours.createConnection(uri, { ...SETTINGS, serverSelectionTimeoutMS });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close();
    throw new StoreUnavailable('MongoDB does not answer at MONGODB_URI. Is it running, and is it a replica set?', { cause: error });
  }
}

async function storeOn(connection: Connection, declared: Declared): Promise<Store> {
  const gate = new Gate();
  await gate.through(() => refuseSingleServer(connection));
  const records = new MongoRecords(connection, declared);
  const journal = new MongoJournal(connection, gate);
  const files = new GridFiles(connection, gate);
  await gate.through(() => againWhenMet(async () => {
    await records.prepare(declared);
    await journal.prepare();
    await files.prepare();
  }));
  return {
    get: (from, id) => gate.through(() => records.get(declared.own(from), id)),
    getUnique: (from, unique, key) => gate.through(() => records.getUnique(declared.own(from), unique, key)),
    find: (from, index, key) => gate.through(() => records.find(declared.own(from), index, key)),
    page: (from, index, request) => gate.through(() => records.page(declared.own(from), index, request)),
    commit: writes => gate.through(() => records.commit(declared.check(writes))),
    journal,
    files,
    ping: () => gate.through(async () => void (await connection.db?.command({ ping: 1 }))),
    close: async () => {
      await gate.close();
      await connection.close();
    },
  };
}

/** A server that stands alone has no transactions: better said now than at the first commit. */
async function refuseSingleServer(connection: Connection): Promise<void> {
  const hello = await connection.db?.command({ hello: 1 });
  const shares = hello?.['setName'] !== undefined || hello?.['msg'] === 'isdbgrid';
  if (!shares) throw new StoreUnavailable('This MongoDB stands alone. Make it a replica set (one node is enough), so that it has transactions.');
}
