/** What people try without the right: readers, those who were removed, strangers, other rooms, other origins. */
import * as Y from 'yjs';
import { answerFrame, updateFrame } from '../../../server/sync/frames.ts';
import { CLOSE } from '../../../shared/rooms.ts';
import { wordsOf } from '../../support/forgery.ts';
import { oneProject } from '../../support/oneProject.ts';
import type { Scene } from './scene.ts';
import { expectCode, notTaken, type Script, turnedAway } from './script.ts';

const HTTP_ERROR = 1006;
const ENDS_WITHIN_MS = 1_000;
const all = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

const viewer = async (scene: Scene, frame: typeof updateFrame) => {
  const { line } = await scene.forger('giulia', { role: 'viewer' });
  line.send(frame(all(wordsOf(77, 'EVIL'))));
  return notTaken(line);
};

export const WITHOUT_RIGHT: readonly Script[] = [
  { name: 'a reader who writes', run: scene => viewer(scene, updateFrame) },
  { name: 'a reader who answers with words', run: scene => viewer(scene, answerFrame) },
  { name: 'a writer who has just become a reader', async run(scene) {
    const { line, seated, ids } = await scene.forger();
    await scene.change(seated, { role: 'viewer' });
    await line.until(() => line.heard.states.at(-1)?.mayWrite === false, 'the right taken');
    line.send(updateFrame(all(wordsOf(ids[0]!, 'EVIL'))));
    return notTaken(line);
  } },
  { name: 'somebody who was removed and stays on the line', async run(scene) {
    const { line, seated } = await scene.forger();
    const endedAt = performance.now();
    await scene.change(seated, { removedAt: Date.now() });
    const wrong = expectCode(await line.isClosed, CLOSE.accessEnded);
    if (performance.now() - endedAt > ENDS_WITHIN_MS) return 'they stayed longer than a second';
    return wrong ?? turnedAway(scene.open(seated), CLOSE.accessEnded);
  } },
  { name: 'somebody who signed out and stays on the line', async run(scene) {
    const { line, seated } = await scene.forger();
    const { cookie } = seated.browser;
    await seated.browser.ask('POST', '/api/auth/sign-out', {});
    const wrong = expectCode(await line.isClosed, CLOSE.signedOut);
    return wrong ?? turnedAway(scene.open(seated, 'acks=1', scene.room, { cookie }), CLOSE.signedOut);
  } },
  { name: 'nobody, without a cookie', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', scene.room, { cookie: '' }), CLOSE.signedOut) },
  { name: 'a cookie of one\'s own making', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', scene.room, { cookie: `${scene.marta.browser.cookie}x` }), CLOSE.signedOut) },
  { name: 'a member of another project', async run(scene) {
    const stranger = await (await oneProject(scene.app)).seat('ivo');
    return turnedAway(scene.open(stranger), CLOSE.noSuchRoom);
  } },
  { name: 'the client in the seller\'s backstage', async run(scene) {
    return turnedAway(scene.open(await scene.project.seat('giulia'), 'acks=1', scene.roomOf('backstage')), CLOSE.noSuchRoom);
  } },
  { name: 'the seller in the client\'s own room', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', scene.roomOf('clientRoom')), CLOSE.noSuchRoom) },
  { name: 'ids for a room that one may not know of', async run(scene) {
    const giulia = await scene.project.seat('giulia');
    const { status } = await giulia.browser.ask('POST', `${scene.project.path}/rooms/backstage/seats`, {});
    return status === 404 ? undefined : `answered with ${status}`;
  } },
  { name: 'a room that does not exist', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', 'prj_AAAAAAAAAAAAAAAAAAAAAA.shared'), CLOSE.noSuchRoom) },
  { name: 'an address with a way out', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', `..%2f${scene.room}`), CLOSE.noSuchRoom) },
  { name: 'a page of a foreign origin', run: scene => turnedAway(scene.open(scene.marta, 'acks=1', scene.room, { origin: 'https://evil.example' }), HTTP_ERROR) },
  { name: 'another history', run: scene => turnedAway(scene.open(scene.marta, 'acks=1&epoch=2'), CLOSE.historyDiffers) },
  { name: 'a page from before', run: scene => turnedAway(scene.open(scene.marta, 'acks=1&v=0'), CLOSE.pageTooOld) },
];
