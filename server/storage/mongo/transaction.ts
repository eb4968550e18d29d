/** Several writes as one, again when MongoDB asks for it, kept by the majority before it resolves. */
import mongoose, { type ClientSession, type Connection } from 'mongoose';

/** Throwing inside takes everything back. `work` may run more than once: it must do nothing but talk to the store. */
export async function atomically(connection: Connection, work: (session: ClientSession) => Promise<void>): Promise<void> {
  const options = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true }, readPreference: 'primary' } as const;
  await connection.withSession(session => session.withTransaction(() => work(session).catch(askAgain), options));
}

/** Two transactions met. MongoDB labels that for another try; inside the errors of a bulk write the label can be missing. */
function askAgain(error: unknown): never {
  if (error instanceof mongoose.mongo.MongoError && isWriteConflict(error)) error.addErrorLabel('TransientTransactionError');
  throw error;
}

const TRIES = 10;

/** For work that may be begun again from the start, outside a transaction: servers that open one database at once meet on its indexes. */
export async function againWhenMet(work: () => Promise<void>): Promise<void> {
  for (let left = TRIES; left > 1; left--) {
    try {
      return await work();
    } catch (error) {
      if (!isWriteConflict(error)) throw error;
    }
  }
  await work();
}

const isWriteConflict = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 112;

/** The message of a duplicate key, which names its index; undefined for any other error. */
export function duplicateKey(error: unknown): string | undefined {
  const isDuplicate = error instanceof Error && 'code' in error && error.code === 11000;
  return isDuplicate ? error.message : undefined;
}
