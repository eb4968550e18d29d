/** A database of its own for each test file, dropped afterwards, on the server that MONGODB_URI names. */
import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { mongo } from 'mongoose';

const made: string[] = [];
afterAll(async () => {
  for (const uri of made.splice(0)) await inDatabase(uri, db => db.dropDatabase());
}, 60_000);

export function makeDatabase(): string {
  const base = process.env['MONGODB_URI'];
  if (base === undefined) throw new Error('These tests need MONGODB_URI.');
  const uri = new URL(base);
  uri.pathname = `/insieme_test_${randomUUID().replaceAll('-', '')}`;
  made.push(uri.href);
  return uri.href;
}

/** Past the store, as somebody with mongosh would. */
export async function inDatabase<R>(uri: string, work: (db: mongo.Db) => Promise<R>): Promise<R> {
  const client = new mongo.MongoClient(uri, { promoteBuffers: true });
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}
