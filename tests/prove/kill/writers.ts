/** Three honest people who write marks and come back after each end of the server, each in their own way. */
import { Marker } from '../../support/marks.ts';
import { TestPage } from '../../support/page.ts';
import { takeSeats, until } from '../../support/lines.ts';
import type { House } from './house.ts';

/** How somebody writes, hears promises and comes back. */
export interface Writer {
  readonly name: string;
  readonly marks: readonly string[];
  readonly promised: ReadonlySet<string>;
  write(inFront: boolean): void;
  /** The server is gone. */
  cut(): void;
  /** It is there again. */
  comeBack(): Promise<void>;
  text(): string;
  /** Resolves when this page holds all of these, and all of its own is saved. */
  holds(marks: readonly string[]): Promise<void>;
  /** What an honest page should never hear. */
  refusals(): string[];
  /** For a sentence about why nothing moves. */
  state(): string;
  close(): Promise<void>;
}

const WAIT_MS = 10_000;
const BURST = 8;

/** Keeps its document in memory, or starts each time anew from what a device would have kept, under another id. */
export async function lineWriter(house: House, name: 'marta' | 'paolo', comesBack: 'from memory' | 'from a copy'): Promise<Writer> {
  const ids = async () => (await takeSeats(house.seatedAs(name))).clientIds;
  let unused = await ids();
  const options = { name, browser: house.browserOf(name), lineAddress: house.lineAddress, room: house.room };
  let marker = new Marker({ ...options, clientId: unused.shift()! });
  const refused: string[] = [];
  const refusals = () => [...refused, ...marker.ended, ...(marker.notTaken > 0 ? ['not taken'] : [])];
  return {
    name, refusals, state: () => JSON.stringify(marker.state), marks: marker.marks, promised: marker.promised,
    write: inFront => marker.write(inFront),
    cut: () => marker.provider.disconnect(),
    async comeBack() {
      if (comesBack === 'from memory') return marker.provider.connect();
      if (unused.length === 0) unused = await ids();
      refused.splice(0, Infinity, ...refusals());
      marker = marker.reload(unused.shift()!);
    },
    text: () => marker.text.toString(),
    holds: marks => until(() => marker.isSaved && holdsAll(marker.text.toString(), marks), again => {
      const timer = setInterval(again, 20);
      return () => clearInterval(timer);
    }, `everything with ${name} (${marker.promised.size} of ${marker.marks.length} saved)`, WAIT_MS),
    close: async () => marker.close(),
  };
}

/** Our own page with IndexedDB: its status says when all is saved. Loaded anew every few times, for a load takes a while. */
export async function pageWriter(house: House, name: 'ivo'): Promise<Writer> {
  let page = await TestPage.open(house.seatedAs(name), house.port);
  const [marks, promised] = [[] as string[], new Set<string>()];
  const endings = new Set<string>();
  let times = 0;
  const look = () => {
    const status = page.room.status.get();
    if (status.kind === 'saved') for (const mark of marks) promised.add(mark);
    if (status.kind === 'ended') endings.add(status.reason);
  };
  let stop = page.room.status.subscribe(look);
  await page.until(room => room.mayWrite.get() && room.status.get().kind === 'saved');
  return {
    name, marks, promised,
    write(inFront) {
      // A page that waits for a fresh copy or an id lets nobody write; and "Saved" shows only where people pause.
      if (!page.room.mayWrite.get() || marks.length - promised.size > BURST) return;
      const mark = `<${name}.${marks.length}>`;
      marks.push(mark);
      page.text.insert(inFront ? 0 : page.text.length, mark);
    },
    cut: () => page.wire.cut(),
    async comeBack() {
      page.wire.mend();
      if (++times % 4 !== 0) return page.room.retry();
      stop();
      page = await page.reload();
      stop = page.room.status.subscribe(look);
    },
    text: () => page.text.toString(),
    state: () => `${JSON.stringify(page.room.status.get())} may write ${page.room.mayWrite.get()}`,
    async holds(all) {
      await page.until(room => room.status.get().kind === 'saved' && holdsAll(page.text.toString(), all));
      look();
    },
    refusals: () => [...endings, ...page.faults.map(String)],
    async close() {
      stop();
      await page.close();
    },
  };
}

function holdsAll(text: string, marks: readonly string[]): boolean {
  const there = new Set(text.match(/<[a-z]+\.\d+>/g));
  return marks.every(mark => there.has(mark));
}
