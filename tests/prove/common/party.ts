/** A project in a running app and people who write marks in it: two on bare lines, one on our own page. For proofs of faults. */
import { type RoomId, roomIdOf } from '../../../shared/rooms.ts';
import { Browser } from '../../support/browse.ts';
import { takeSeats, until } from '../../support/lines.ts';
import { Marker, wrongIn } from '../../support/marks.ts';
import { oneProject, type OneProject, type Seated } from '../../support/oneProject.ts';
import { freshDevice, TestPage } from '../../support/page.ts';
import type { TestApp } from '../../support/startApp.ts';
import type { Random } from './random.ts';

export interface PartyOptions {
  app: TestApp;
  /** The port that somebody's line goes to: a proxy's, for one. */
  port?: (name: string) => number;
  /** Somebody was told that these are on disk. */
  onPromised: (marks: readonly string[]) => void;
}

/** "Saved" shows on our page only where people pause. */
const BURST = 8;

export class Party {
  /** What the page wrote, and how much of it has been shown as saved. */
  readonly #pageMarks: string[] = [];
  #shown = 0;
  readonly #stopLooking: () => void;

  private constructor(readonly project: OneProject, readonly markers: readonly Marker[], readonly page: TestPage, readonly onPromised: PartyOptions['onPromised']) {
    for (const marker of markers) marker.onPromised = onPromised;
    this.#stopLooking = page.room.status.subscribe(() => this.#look());
  }

  static async gather({ app, port = () => app.port, onPromised }: PartyOptions): Promise<Party> {
    const project = await oneProject(app);
    freshDevice();
    const markers = await Promise.all((['marta', 'paolo'] as const).map(async name => markerOf(name, await project.seat(name), port(name))));
    const page = await TestPage.open(await project.seat('ivo'), port('ivo'));
    await page.until(room => room.mayWrite.get() && room.status.get().kind === 'saved');
    return new Party(project, markers, page, onPromised);
  }

  get room(): RoomId {
    return roomIdOf(this.project.project.id, 'shared');
  }

  get written(): string[] {
    return [...this.markers.flatMap(marker => marker.marks), ...this.#pageMarks];
  }

  get promised(): string[] {
    return [...this.markers.flatMap(marker => [...marker.promised]), ...this.#pageMarks.slice(0, this.#shown)];
  }

  /** Everybody writes a mark every few milliseconds, until the answer is called. */
  write(random: Random): () => void {
    const lines = this.markers.map(marker => setInterval(() => marker.write(random.chance(0.3)), random.between(4, 9)));
    const page = setInterval(() => this.#writePage(random.chance(0.3)), 7);
    return () => [...lines, page].forEach(clearInterval);
  }

  /** Milliseconds until all is saved with everybody and all have one text. Misses are what is not as it should be. */
  async settle(withinMs: number): Promise<{ ms: number; misses: string[] }> {
    const startedAt = performance.now();
    const misses: string[] = [];
    await until(() => this.#isSettled(), every20ms, 'one text, saved with everybody', withinMs)
      .catch((error: unknown) => misses.push(`${String(error)}: ${this.#how()}`));
    for (const { ended, notTaken, options } of this.markers) {
      if (ended.length + notTaken > 0) misses.push(`${options.name} was refused: ${ended.join()} ${notTaken} not taken`);
    }
    misses.push(...this.page.faults.map(fault => `our page: ${String(fault)}`));
    return { ms: performance.now() - startedAt, misses };
  }

  async close(): Promise<void> {
    this.#stopLooking();
    for (const marker of this.markers) marker.close();
    await this.page.close();
  }

  #look(): void {
    if (this.page.room.status.get().kind !== 'saved' || this.#shown === this.#pageMarks.length) return;
    const news = this.#pageMarks.slice(this.#shown);
    this.#shown = this.#pageMarks.length;
    this.onPromised(news);
  }

  #writePage(inFront: boolean): void {
    const { page } = this;
    if (!page.room.mayWrite.get() || this.#pageMarks.length - this.#shown > BURST) return;
    const mark = `<ivo.${this.#pageMarks.length}>`;
    this.#pageMarks.push(mark);
    page.text.insert(inFront ? 0 : page.text.length, mark);
  }

  get #texts(): string[] {
    return [...this.markers.map(marker => marker.text.toString()), this.page.text.toString()];
  }

  #isSettled(): boolean {
    const [text = '', ...others] = this.#texts;
    const isSaved = this.markers.every(marker => marker.isSaved) && this.page.room.status.get().kind === 'saved';
    return isSaved && others.every(other => other === text) && wrongIn(text, this.written).length === 0;
  }

  #how(): string {
    const lines = this.markers.map(each => `${each.options.name} ${each.promised.size}/${each.marks.length} saved, lacks ${wrongIn(each.text.toString(), this.written).length}`);
    return [...lines, `page ${JSON.stringify(this.page.room.status.get())}`].join('; ');
  }
}

async function markerOf(name: string, seated: Seated, port: number): Promise<Marker> {
  const url = `http://127.0.0.1:${port}`;
  const browser = new Browser(url, url).withCookie(seated.browser.cookie);
  const { clientIds } = await takeSeats(seated);
  return new Marker({ name, browser, lineAddress: `ws://127.0.0.1:${port}/yjs`, room: roomIdOf(seated.member.projectId, 'shared'), clientId: clientIds[0]! });
}

function every20ms(again: () => void): () => void {
  const timer = setInterval(again, 20);
  return () => clearInterval(timer);
}
