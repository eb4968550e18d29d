/** Plays a story in a world of its own and answers what was not as promised: nothing, if all is well. */
import * as Y from 'yjs';
import { newRoomDoc } from '../../../shared/documents/roots.ts';
import { difference, pictureOf } from '../common/picture.ts';
import { ROOM } from '../../server/sync/memory.ts';
import { NAMES } from './disk.ts';
import type { Page } from './page.ts';
import type { Step, Story } from './story.ts';
import { quiet, World } from './world.ts';

const STANDS_STILL_MS = 5_000;

/** What is done to the world when all is quiet, before it is looked at: a planted fault. */
export type Plant = (world: World) => void | Promise<void>;

export interface Played {
  misses: string[];
  /** Frames that the server said are on disk. */
  promised: number;
  /** How often the document was compacted. */
  compactions: number;
}

export async function play(story: Story, plant?: Plant): Promise<Played> {
  const world = new World();
  try {
    await orStandsStill(unfold(world, story, plant));
  } catch (error) {
    world.misses.push(`it broke: ${error instanceof Error ? `${error.name} ${error.message} ${error.stack?.split('\n').slice(1, 4).join(' ') ?? ''}` : String(error)}`);
  }
  const { misses, promises, compactions } = world;
  for (const page of [...world.pages]) world.end(page);
  return { misses, promised: promises.count, compactions };
}

async function unfold(world: World, story: Story, plant?: Plant): Promise<void> {
  for (const page of [...world.pages]) await world.arrive(page);
  for (const step of story.steps) await take(world, step);
  await settle(world);
  await plant?.(world);
  await settle(world);
  await look(world);
}

/** Nothing here waits for time to pass: a story that takes this long waits for something that never comes. */
async function orStandsStill(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stands = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('it stands still')), STANDS_STILL_MS)));
  await Promise.race([work, stands]).finally(() => clearTimeout(timer));
}

async function take(world: World, [does, who, a, b]: Step): Promise<void> {
  const page = world.pages[who % world.pages.length];
  if (page) await happen(world, page, does, a, b);
  await quiet();
  while (await world.rebuild()) await quiet();
}

async function happen(world: World, page: Page, does: Step[0], a: number, b: number): Promise<void> {
  switch (does) {
    case 'ours': return void page.deliverOurs();
    case 'theirs': return void page.deliverTheirs();
    case 'mail': return deliver(page, 1 + (a % 9));
    case 'drop': return page.goOffline();
    case 'return': return world.arrive(page);
    case 'reload': return void world.replace(page, page.copy.slice(0, Math.max(0, page.copy.length - (a % 4))));
    case 'tab': return void (world.mayOpen && world.open(page.who, page.copy));
    case 'close': return world.pages.length > NAMES.length ? world.end(page) : undefined;
    case 'hold': return void (world.desk.held = true);
    case 'disk': return world.desk.release();
    case 'wait': return pass(world, 1 + (a % 60));
    case 'slow': return world.time.pass(300);
    case 'quiet': return beQuiet(world);
    case 'crash': return world.crash(a % 3);
    case 'restart': return world.restart();
    case 'empty': return leaveAll(world);
    case 'reader': return world.mayWrite(page.who, false);
    case 'writer': return world.mayWrite(page.who, true);
    case 'revoke': return a % 6 === 0 && world.revoked.size === 0 ? world.revoke(page.who) : undefined;
    default: return page.edit(does, a, b);
  }
}

function deliver(page: Page, count: number): void {
  for (let n = 0; n < count; n++) page.deliverOne();
}

/** Not so long that a held disk would count as a slow one: what that means is another story. */
function pass(world: World, ms: number): void {
  if (world.desk.held) world.desk.release();
  world.time.pass(ms);
}

/** Long enough for the room to be put in order while people are in it. */
async function beQuiet(world: World): Promise<void> {
  world.desk.release();
  await quiet();
  for (let look = 0; look < 3; look++) {
    world.time.pass(5_100);
    await quiet();
  }
}

/** The room goes quiet, is kept as a snapshot if it has grown, and unloads. */
async function leaveAll(world: World): Promise<void> {
  world.desk.release();
  for (const page of world.pages) page.goOffline();
  await quiet();
  world.time.pass(20);
  await quiet();
}

async function settle(world: World): Promise<void> {
  world.desk.release();
  for (const page of [...world.pages]) await world.arrive(page);
  for (let still = 0; still < 3; still++) {
    for (let busy = true; busy;) {
      busy = false;
      for (const page of world.pages) while (page.deliverOne()) busy = true;
      await quiet();
      while (await world.rebuild()) busy = true;
    }
    world.time.pass(300);
    await quiet();
  }
}

/** Everybody, a newcomer, the disk and the room as it is opened again: one picture. */
async function look(world: World): Promise<void> {
  if (world.revoked.size === 0 || world.pages.length > 0) await compare(world, 'while open');
  await leaveAll(world);
  await compare(world, 'opened again');
}

async function compare(world: World, when: string): Promise<void> {
  const disk = await world.onDisk();
  world.expectKept(disk);
  const truth = pictureOf(disk);
  const copies: [string, Y.Doc][] = world.pages.map(page => [`${NAMES[page.who]!} ${page.doc.clientID}`, page.doc]);
  copies.push(['a newcomer', await newcomer(world)]);
  for (const [name, doc] of copies) {
    const differs = difference(pictureOf(doc), truth);
    if (differs !== undefined) world.misses.push(`${when}, ${name} has another document: ${differs}`);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) world.misses.push(`${when}, ${name} waits for words that never come`);
  }
  disk.destroy();
}

/** What somebody gets who asks for everything. */
async function newcomer(world: World): Promise<Y.Doc> {
  const visit = await world.whileTimePasses(world.rooms.enter(ROOM));
  const { whole } = await world.whileTimePasses(visit.room.read());
  const doc = newRoomDoc();
  Y.applyUpdate(doc, whole);
  visit.leave();
  return doc;
}
