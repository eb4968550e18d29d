/**
 * Proof: whoever forges is refused, or does what anybody in their place may do, and two honest people beside them go on
 * and lose nothing. Named scripts, each on a stage of its own, through the real door.
 */
import { type Outcome, Planted, type Terms } from '../common/proof.ts';
import { updateFrame } from '../../../server/sync/frames.ts';
import { CLOSE } from '../../../shared/rooms.ts';
import { collected } from '../../support/forgery.ts';
import { startApp, type TestApp } from '../../support/startApp.ts';
import { REPEATED } from './attempts.ts';
import { CURSORS } from './cursors.ts';
import { WITHOUT_RIGHT } from './rights.ts';
import { Scene } from './scene.ts';
import { closes, type Script } from './script.ts';
import { FORGED } from './scripts.ts';

export const SCRIPTS: readonly Script[] = [...FORGED, ...REPEATED, ...CURSORS, ...WITHOUT_RIGHT];

/** The short form tells each once; the long one again and again, for what happens only sometimes. */
const TIMES = { short: 1, long: 10 };
const AT_ONCE = 3;

export async function proof({ short, say }: Terms): Promise<Outcome> {
  const app = await startApp({ logLevel: 'warn' });
  try {
    const planted = await plantFaults(app);
    const misses: string[] = [];
    const waiting = Array.from({ length: short ? TIMES.short : TIMES.long }, () => SCRIPTS).flat();
    const [all, startedAt] = [waiting.length, performance.now()];
    const work = async () => {
      for (let script = waiting.shift(); script; script = waiting.shift()) {
        misses.push(...(await tryOut(app, script)));
        if (waiting.length % 100 === 0) say(`${all - waiting.length} of ${all} attempts`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const figures = { scripts: SCRIPTS.length, attempts: all, succeeded: misses.length, msEach: Math.round((performance.now() - startedAt) / all) };
    return { planted: planted.planted, caught: planted.caught, misses: [...planted.missed, ...misses], figures };
  } finally {
    await app.close();
  }
}

/** Sentences on what a script achieved, or what honest people noticed. */
async function tryOut(app: TestApp, script: Script, plant?: (scene: Scene) => Promise<void>): Promise<string[]> {
  const scene = await Scene.set(app);
  try {
    const achieved = await script.run(scene).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    await plant?.(scene);
    const noticed = await scene.honestGoOn();
    return [...(achieved === undefined ? [] : [achieved]), ...noticed].map(miss => `${script.name}: ${miss}`);
  } finally {
    scene.close();
  }
}

async function plantFaults(app: TestApp): Promise<Planted> {
  const planted = new Planted();
  const nothing: Script = { name: 'nothing', run: () => Promise.resolve(undefined) };
  const note = async (what: string, script: Script, plant?: (scene: Scene) => Promise<void>) =>
    planted.note(what, (await tryOut(app, script, plant)).length > 0);
  await note('forged words that get in', nothing, ({ app: { parts }, room, marta }) =>
    parts.documents.edit(room, marta.member.id, doc => doc.getText('body').insert(0, 'EVIL')));
  await note('honest words that go', nothing, ({ app: { parts }, room, marta }) =>
    parts.documents.edit(room, marta.member.id, doc => doc.getText('body').delete(0, 6)));
  await note('an honest line that is closed', nothing, scene => scene.change(scene.marta, { removedAt: Date.now() }));
  await note('a line closed for another reason than it should be', closes('a gap', ({ id }) => updateFrame(collected(id, 5, 1)), CLOSE.tooLarge));
  return planted;
}
