/**
 * `kill -9` while people write, again and again: whatever the server acknowledged is there when it comes back,
 * and nobody who wrote on is locked out (Sync 6).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { newRoomDoc } from '../../../shared/documents/roots.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { openLine } from '../../../client/collab/line.ts';
import { untilDoc } from '../../support/lines.ts';
import { idFor } from '../../support/makeMember.ts';

/** `npm run prove:sync -- --only kill` does hundreds. */
const ROUNDS = 6;
const ROOM = roomIdOf(idFor('prj', 'one'), 'shared');
let dataDir: string;
let server: ChildProcess;
let port = 0;
let complaints = '';

async function start(): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'tests/support/syncServer.ts'], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const [report] = (await Promise.race([once(server, 'message'), once(server, 'exit').then(() => [undefined])])) as [{ port: number } | undefined];
  if (!report) throw new Error(`the server did not start: ${complaints}`);
  port = report.port;
}

async function kill(): Promise<void> {
  server.kill('SIGKILL');
  await once(server, 'exit');
}

/** Somebody who writes numbered words and notes which of them the server said are on disk. */
class Writer {
  readonly doc = newRoomDoc();
  readonly written: string[] = [];
  readonly promised = new Set<string>();
  readonly provider: WebsocketProvider;
  /** For each frame of this line, how many words had been written when it was sent. */
  #frames: number[] = [];
  #stop: (() => void) | undefined;

  constructor(readonly name: string, clientId: number) {
    this.doc.clientID = clientId;
    const awareness = new Awareness(this.doc);
    this.provider = openLine({ lineAddress: `ws://127.0.0.1:${port}/yjs`, WebSocket: socketAs(name) }, { room: ROOM, epoch: 1, page: clientId }, this.doc, awareness, {
      connected: isConnected => isConnected && (this.#frames = []),
      synced: () => undefined,
      sentUpdate: () => this.#frames.push(this.written.length),
      sentAnswer: () => this.#frames.push(this.written.length),
      saved: frames => this.written.slice(0, this.#frames[frames - 1]).forEach(word => this.promised.add(word)),
      notTaken: () => expect.unreachable('nobody here may only read'),
      seats: () => undefined,
      state: () => undefined,
      ended: reason => expect.unreachable(`locked out: ${reason}`),
    });
  }

  start(everyMs: number): void {
    const timer = setInterval(() => {
      const word = `<${this.name}.${this.written.length}>`;
      this.written.push(word);
      const text = this.doc.getText('body');
      text.insert(Math.floor(Math.random() * 3) === 0 ? 0 : text.length, word);
    }, everyMs);
    this.#stop = () => clearInterval(timer);
  }
  stop(): void {
    this.#stop?.();
  }
}

function socketAs(name: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie: `as=${name}` } });
    }
  } as unknown as typeof globalThis.WebSocket;
}

async function writerNamed(name: string): Promise<Writer> {
  const ids = (await (await fetch(`http://127.0.0.1:${port}/seats?as=${name}`, { method: 'POST' })).json()) as number[];
  return new Writer(name, ids[0]!);
}

/** What the server has on disk, as somebody sees it who was never here before. */
async function textOnDisk(): Promise<string> {
  const reader = await writerNamed('lia');
  if (!reader.provider.synced) await new Promise(resolve => reader.provider.once('sync', resolve));
  reader.provider.destroy();
  return reader.doc.getText('body').toString();
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'insieme-kill-'));
  await start();
}, 30_000);
afterAll(async () => {
  await kill();
  await rm(dataDir, { recursive: true, force: true });
});

test(`loses nothing that it acknowledged, in ${ROUNDS} ends by kill -9 (Sync 6)`, async () => {
  const writers = await Promise.all(['marta', 'paolo', 'ivo'].map(writerNamed));
  let promises = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = writers.map(writer => writer.promised.size);
    for (const writer of writers) writer.start(3);
    // Not before somebody was promised something in this round: otherwise nothing is at stake.
    await untilDoc(writers[0]!.doc, () => writers.every((writer, n) => writer.promised.size > before[n]! + Math.random() * 40));
    await kill();
    for (const writer of writers) writer.provider.disconnect();
    for (const writer of writers) writer.stop();
    await start();

    const text = await textOnDisk();
    const lost = writers.flatMap(writer => [...writer.promised]).filter(word => text.split(word).length !== 2);
    expect(lost).toEqual([]);
    promises = writers.reduce((sum, writer) => sum + writer.promised.size, 0);
    for (const writer of writers) writer.provider.connect();
  }
  expect(promises).toBeGreaterThan(ROUNDS * 10);

  // Everybody goes on, and in the end all have the same, with every word once.
  const all = writers.flatMap(writer => writer.written);
  for (const writer of writers) await untilDoc(writer.doc, () => writer.doc.getText('body').length === all.join('').length);
  const texts = new Set(writers.map(writer => writer.doc.getText('body').toString()));
  expect(texts.size).toBe(1);
  expect(all.every(word => [...texts][0]!.includes(word))).toBe(true);
  expect(complaints).toBe('');
  for (const writer of writers) writer.provider.destroy();
}, 240_000);
