/** Faults put into a world on purpose, each of which the comparison at the end has to notice. */
import type { Page } from './page.ts';
import type { Plant } from './play.ts';
import { quiet, type World } from './world.ts';

/** Somebody writes, and the frame that tells somebody else is seen before it arrives; answering false loses it. */
async function tamper(world: World, change: (page: Page) => void, meet: (frame: Uint8Array) => boolean): Promise<void> {
  const [writer, reader] = [world.pages.find(page => page.mayWrite)!, world.pages.find(page => page !== world.pages.find(each => each.mayWrite))!];
  change(writer);
  while (writer.deliverOurs()) continue;
  await quiet();
  world.time.pass(50);
  await quiet();
  reader.inbox.splice(0, reader.inbox.length, ...reader.inbox.filter(frame => !isContent(frame) || meet(frame)));
}

const isContent = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2;
const WORD = 'Quiz';
const write = (page: Page) => page.text.insert(0, WORD);

export const PLANTS: Readonly<Record<string, Plant>> = {
  'an update that one page never gets': world => tamper(world, write, () => false),
  'a deletion that one page never gets': async world => {
    const writer = world.pages.find(page => page.mayWrite)!;
    write(writer);
    for (let n = 0; n < 3; n++) {
      for (const page of world.pages) while (page.deliverOne()) continue;
      world.time.pass(50);
      await quiet();
    }
    await tamper(world, page => page.text.delete(0, 1), () => false);
  },
  'one byte swapped on its way to one page': world =>
    tamper(world, write, frame => {
      const at = frame.findIndex((byte, index) => byte === 0x51 && frame[index + 1] === 0x75);
      if (at >= 0) frame[at] = 0x52;
      return true;
    }),
  'an entry that was acknowledged and not kept': async world => {
    world.desk.forgets = true;
    write(world.pages.find(page => page.mayWrite)!);
    for (const page of world.pages) while (page.deliverOne()) continue;
    await quiet();
    for (const page of world.pages) while (page.deliverOne()) continue;
  },
};

/** Whether there is somebody to write and somebody to be wronged. */
export const canPlant = (world: World): boolean => world.pages.length > 1 && world.pages.some(page => page.mayWrite);
