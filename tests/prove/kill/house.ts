/** A data folder with one project in it, people signed in, and the real server that is started on it and ended by kill -9. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { type RoomId, roomIdOf } from '../../../shared/rooms.ts';
import { ALL_COLLECTIONS } from '../../../server/auth/collections.ts';
import { keptSecret } from '../../../server/keys.ts';
import { openStore } from '../../../server/storage/open.ts';
import { Browser } from '../../support/browse.ts';
import { type Name, oneProject, type Seated } from '../../support/oneProject.ts';
import { startApp } from '../../support/startApp.ts';
import { type RunningServer, startServer } from '../../support/startServer.ts';

const PEOPLE = ['marta', 'paolo', 'ivo', 'lia'] as const satisfies Name[];
type Person = (typeof PEOPLE)[number];

export class House {
  server: RunningServer | undefined;
  port = 0;

  private constructor(readonly dataDir: string, readonly room: RoomId, readonly people: Readonly<Record<Person, Seated>>) {}

  static async build(): Promise<House> {
    const dataDir = await mkdtemp(join(tmpdir(), 'insieme-prove-'));
    const app = await startApp({ dataDir, secret: await keptSecret(dataDir, 'session-secret') });
    const project = await oneProject(app);
    const seated = await Promise.all(PEOPLE.map(async name => [name, await project.seat(name)] as const));
    await app.close();
    return new House(dataDir, roomIdOf(project.project.id, 'shared'), Object.fromEntries(seated) as Record<Person, Seated>);
  }

  /** Milliseconds from nothing to listening. */
  async start(): Promise<number> {
    const startedAt = performance.now();
    this.server = await startServer({ dataDir: this.dataDir, port: this.port, env: { LOG_LEVEL: 'warn' } });
    this.port = this.server.port;
    return performance.now() - startedAt;
  }

  async kill(): Promise<void> {
    await this.server?.kill();
    this.server = undefined;
  }

  /** The person's browser, at the server's present address. */
  browserOf(person: Person): Browser {
    const url = `http://127.0.0.1:${this.port}`;
    return new Browser(url, url).withCookie(this.people[person].browser.cookie);
  }

  seatedAs(person: Person): Seated {
    return { ...this.people[person], browser: this.browserOf(person) };
  }

  get lineAddress(): string {
    return `ws://127.0.0.1:${this.port}/yjs`;
  }

  /** What the folder holds with nobody running on it: every entry read and checked, in order. */
  async textOnDisk(): Promise<string> {
    const store = await openStore({ dataDir: this.dataDir, mongoUri: undefined, collections: ALL_COLLECTIONS });
    try {
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      let seq = 0;
      for await (const entry of store.journal.read(this.room, 0)) {
        if (entry.seq !== ++seq) throw new Error(`entry ${entry.seq} stands where ${seq} should`);
        updates.push(...entry.parts.map(part => part.update));
      }
      doc.transact(() => updates.forEach(update => Y.applyUpdate(doc, update)));
      if (doc.store.pendingStructs !== null) throw new Error('the journal holds words that hang on nothing');
      return doc.getText('body').toString();
    } finally {
      await store.close();
    }
  }

  /** A copy of the folder as it is now, to be put back by `restore`. */
  async keepCopy(): Promise<string> {
    const copy = `${this.dataDir}-copy`;
    await rm(copy, { recursive: true, force: true });
    await cp(this.dataDir, copy, { recursive: true });
    return copy;
  }

  async restore(copy: string): Promise<void> {
    await rm(this.dataDir, { recursive: true });
    await cp(copy, this.dataDir, { recursive: true });
  }

  async close(): Promise<void> {
    await this.kill();
    for (const folder of [this.dataDir, `${this.dataDir}-copy`]) await rm(folder, { recursive: true, force: true });
  }
}
