/** Several writes as one, again when MongoDB asks for it, kept by the majority before it resolves. */
import type { ClientSession, Connection } from 'mongoose';

/** Throwing inside takes everything back. `work` may run more than once: it must do nothing but talk to the store. */
export async function atomically(connection: Connection, work: (session: ClientSession) => Promise<void>): Promise<void> {
  const options = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true }, readPreference: 'primary' } as const;
  await connection.withSession(session => session.withTransaction(() => work(session), options));
}

/** The message of a duplicate key, which names its index; undefined for any other error. */
export function duplicateKey(error: unknown): string | undefined {
  const isDuplicate = error instanceof Error && 'code' in error && error.code === 11000;
  return isDuplicate ? error.message : undefined;
}
