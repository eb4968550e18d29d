/**
 * The whole server in this process: real http, socket.io and sync on port 0, the real embedded store in a fresh
 * folder, letters in the outbox, a clock that tests can turn. `person.ask` is a browser: it keeps its cookie.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Person } from '../../shared/people.ts';
import type { SignedInWith } from '../../shared/signIn.ts';
import { type App, createApp } from '../../server/app.ts';
import { ALL_COLLECTIONS } from '../../server/auth/collections.ts';
import { loadConfig } from '../../server/config.ts';
import { makeId, makeToken } from '../../server/ids.ts';
import { listen } from '../../server/listen.ts';
import { createLog } from '../../server/log.ts';
import { Outbox } from '../../server/mail/outbox.ts';
import type { Paces } from '../../server/http/pace.ts';
import { people } from '../../server/storage/collections.ts';
import { openStore } from '../../server/storage/open.ts';
import { put, type Store, type Stored } from '../../server/storage/store.ts';
import { Browser } from './browse.ts';

export interface TestApp extends App {
  readonly store: Store;
  readonly outbox: Outbox;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Every line of the log so far. */
  readonly logged: string[];
  /** Turns the server's clock forward. */
  later(ms: number): void;
  /** A person of this installation: `await app.person('Marta Villa')`. */
  person(name: string, more?: Partial<Person>): Promise<Stored<Person>>;
  /** A browser of theirs in which they are signed in. */
  signIn(person: Person, how?: SignedInWith): Promise<Browser>;
  /** A browser in which nobody is. */
  visitor(): Browser;
}

export interface StartOptions {
  env?: Record<string, string>;
  argv?: string[];
  pageFolder?: string;
  /** Generous unless a test is about them. */
  paces?: Paces;
  logLevel?: string;
  /** Kept when given, so that another start finds it; otherwise a temporary one that goes with the app. */
  dataDir?: string;
  /** Signs the cookies; the same one over two starts keeps people signed in. */
  secret?: string;
  /** Puts something between the app and its store: faults, for one. */
  between?: (store: Store) => Store;
}

const GENEROUS: Paces = { normal: { requests: 1_000_000, withinMs: 60_000 }, rare: { requests: 1_000_000, withinMs: 60_000 } };

export async function startApp({ env = {}, argv = [], pageFolder, paces = GENEROUS, logLevel = 'info', dataDir: given, secret = makeToken(), between = store => store }: StartOptions = {}): Promise<TestApp> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'insieme-')));
  const config = loadConfig({ ...env, DATA_DIR: dataDir, PORT: '0' }, argv);
  const store = await openStore({ dataDir, mongoUri: config.mongoUri, collections: ALL_COLLECTIONS });
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const outbox = new Outbox(clock);
  const { to, logged } = catchLines();
  const base = { config, store: between(store), clock, makeId, log: createLog(logLevel, to), mail: outbox };
  const app = createApp(base, { secret, outbox: config.mode === 'local' ? outbox : undefined, paces, pageFolder });
  const listening = await listen(app.server, { host: '127.0.0.1', port: 0, portChosen: true });
  const url = `http://127.0.0.1:${listening.port}`;
  const origin = config.publicUrl ?? url;
  const visitor = () => new Browser(url, origin);
  return {
    ...app, store, outbox, url, port: listening.port, logged, visitor,
    later: ms => { ahead += ms; },
    person: (name, more) => keepPerson(store, clock(), name, more),
    signIn: async (person, how = 'password') => visitor().withCookie(await app.auth.sessionFor(person.id, how)),
    async close() {
      await app.close();
      await store.close();
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function keepPerson(store: Store, createdAt: number, name: string, more: Partial<Person> = {}): Promise<Stored<Person>> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@firm.example`;
  const person: Person = { id: makeId('psn'), name, email, language: 'en', scheme: 'auto', createdAt, ...more };
  await store.commit([put(people, person, null)]);
  return { ...person, rev: 1 };
}

function catchLines(): { to: Writable; logged: string[] } {
  const logged: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  return { to, logged };
}
