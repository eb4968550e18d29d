/** What a dishonest member tries with presence: to be somebody else, to take somebody away, to be a crowd. */
import { presenceFrame } from '../../../server/sync/frames.ts';
import { LIMITS } from '../../../shared/limits.ts';
import type { Scene } from './scene.ts';
import { type Script, toolsOf } from './script.ts';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const watching = async (scene: Scene, states: (id: number) => Parameters<typeof presenceFrame>[0]) => {
  const { line, id } = await toolsOf(scene);
  const watcher = scene.open(scene.marta);
  await watcher.isIn;
  line.send(presenceFrame(states(id)));
  line.send(presenceFrame([{ clientId: id, clock: 9, state: json({ pointer: { x: 3, y: 0 } }) }]));
  await watcher.until(() => watcher.heard.presence.has(id), 'the honest state');
  return { line, watcher };
};

export const CURSORS: readonly Script[] = [
  { name: 'a victim\'s cursor under another text', async run(scene) {
    const { line, watcher } = await watching(scene, () => [{ clientId: scene.victim, clock: 1_000, state: json({ user: 'CEO approves' }) }]);
    if (watcher.heard.presence.get(scene.victim)?.includes('CEO')) return 'the forged state was told';
    return line.closedWith === undefined ? undefined : 'an echo was taken for an offence';
  } },
  { name: 'a victim\'s cursor taken away', async run(scene) {
    const { watcher } = await watching(scene, () => [{ clientId: scene.victim, clock: 1_001, state: json(null) }]);
    return watcher.heard.presence.get(scene.victim) === 'null' ? 'the victim was taken away' : undefined;
  } },
  { name: 'a hundred thousand cursors in one frame', async run(scene) {
    const startedAt = performance.now();
    const { watcher } = await watching(scene, id => Array.from({ length: 100_000 }, (_, nth) => ({ clientId: id + 1_000 + nth, clock: 1, state: json({}) })));
    if (watcher.heard.presence.size > 10) return `${watcher.heard.presence.size} cursors were told`;
    return performance.now() - startedAt > 3_000 ? 'it held everybody up' : undefined;
  } },
  { name: 'more cursors than a line may have', async run(scene) {
    const { watcher } = await watching(scene, id => Array.from({ length: 12 }, (_, nth) => ({ clientId: id + nth, clock: 1, state: json({}) })));
    const told = [...watcher.heard.presence.keys()].filter(id => id !== scene.victim && id !== scene.there.doc.clientID).length;
    return told > LIMITS.presenceIdsPerSocket ? `${told} cursors of one line were told` : undefined;
  } },
];
