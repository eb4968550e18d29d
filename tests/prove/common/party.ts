/** A project in a running app and people who write marks in it: two on bare lines, one on our own page. For proofs of faults. */
import { takeSeats, until } from '../../support/lines.ts';
import { Marker, wrongIn } from '../../support/marks.ts';
import { oneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import type { TestApp } from '../../support/startApp.ts';
import { type RoomId, roomIdOf } from '../../../shared/rooms.ts';
import { Browser } from '../../support/browse.ts';
import type { Random } from './random.ts';

export interface Party {
  readonly room: RoomId;
  readonly markers: readonly Marker[];
  readonly page: TestPage;
  /** Marks that the page wrote, and how many of them it has shown as saved. */
  readonly pageMarks: string[];
  /** Everybody writes a mark every few milliseconds until `stop`. */
  write(random: Random): () => void;
  /** Milliseconds until all is saved with everybody and all have one text. Misses are what is not as it should be. */
  settle(withinMs: number): Promise<{ ms: number; misses: string[] }>;
  close(): Promise<void>;
}

export interface PartyOptions {
  app: TestApp;
  /** The port that lines go to: a proxy's, for one. */
  port?: (name: string) => number;
  onPromised: (marks: readonly string[]) => void;
}

/** "Saved" shows on our page only where people pause. */
const BURST = 8;

export async function party({ app, port = () => app.port, onPromised }: PartyOptions): Promise<Party> {
  const project = await oneProject(app);
  const room = roomIdOf(project.project.id, 'shared');
  freshDevice();
  const markers = await Promise.all((['marta', 'paolo'] as const).map(async name => {
    const seated = await project.seat(name);
    const { clientIds } = await takeSeats(seated);
    const at = through(seated, port(name));
    const marker = new Marker({ name, browser: at.browser, lineAddress: `ws://127.0.0.1:${port(name)}/yjs`, room, clientId: clientIds[0]! });
    marker.onPromised = onPromised;
    return marker;
  }));
  const page = await TestPage.open(await project.seat('ivo'), port('ivo'));
  const pageMarks: string[] = [];
  let shown = 0;
  const look = () => {
    if (page.room.status.get().kind !== 'saved' || shown === pageMarks.length) return;
    onPromised(pageMarks.slice(shown));
    shown = pageMarks.length;
  };
  const stopLooking = page.room.status.subscribe(look);
  await page.until(each => each.mayWrite.get() && each.status.get().kind === 'saved');

  const everyMark = () => [...markers.flatMap(marker => marker.marks), ...pageMarks];
  const texts = () => [...markers.map(marker => marker.text.toString()), page.text.toString()];
  const isSettled = () => markers.every(marker => marker.isSaved) && page.room.status.get().kind === 'saved' && new Set(texts()).size === 1 && wrongIn(texts()[0]!, everyMark()).length === 0;
  const how = () => [...markers.map(each => `${each.options.name} ${each.promised.size}/${each.marks.length} saved, ${wrongIn(each.text.toString(), everyMark()).length} missing`), `page ${JSON.stringify(page.room.status.get())}`].join('; ');
  return {
    room, markers, page, pageMarks,
    write(random) {
      const writePage = () => {
        if (!page.room.mayWrite.get() || pageMarks.length - shown > BURST) return;
        const mark = `<ivo.${pageMarks.length}>`;
        pageMarks.push(mark);
        page.text.insert(random.chance(0.3) ? 0 : page.text.length, mark);
      };
      const timers = [...markers.map(marker => setInterval(() => marker.write(random.chance(0.3)), random.between(4, 9))), setInterval(writePage, 7)];
      return () => timers.forEach(clearInterval);
    },
    async settle(withinMs) {
      const startedAt = performance.now();
      const misses: string[] = [];
      await until(isSettled, every20ms, 'one text, saved with everybody', withinMs).catch((error: unknown) => misses.push(`${String(error)}: ${how()}`));
      for (const { ended, notTaken, options } of markers) if (ended.length + notTaken > 0) misses.push(`${options.name} was refused: ${ended.join()} ${notTaken} not taken`);
      misses.push(...page.faults.map(fault => `our page: ${String(fault)}`));
      return { ms: performance.now() - startedAt, misses };
    },
    async close() {
      stopLooking();
      for (const marker of markers) marker.close();
      await page.close();
    },
  };
}

function through(seated: Seated, port: number): Seated {
  const url = `http://127.0.0.1:${port}`;
  return { ...seated, browser: new Browser(url, url).withCookie(seated.browser.cookie) };
}

function every20ms(again: () => void): () => void {
  const timer = setInterval(again, 20);
  return () => clearInterval(timer);
}
