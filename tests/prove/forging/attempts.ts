/** What a dishonest member or stranger tries beyond single frames: repeated, under somebody's name, without the right, in masses. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { answerFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { CLOSE } from '../../../shared/rooms.ts';
import { deletion, itemOf, wordsOf } from '../../support/forgery.ts';
import { untilDoc } from '../../support/lines.ts';
import { oneProject } from '../../support/oneProject.ts';
import type { RawLine } from '../../support/RawLine.ts';
import type { Scene } from './scene.ts';
import { expectCode, type Script, toolsOf } from './script.ts';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const HTTP_ERROR = 1006;
const ENDS_WITHIN_MS = 1_000;
const all = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

/** The line stays open, and nothing comes of it; a question and its answer say that all before it was read. */
async function unheeded(line: RawLine): Promise<string | undefined> {
  const answers = line.heard.answers.length;
  line.send(Uint8Array.of(0, 0, 1, 0));
  await line.until(() => line.heard.answers.length > answers || line.closedWith !== undefined, 'an answer');
  return line.closedWith === undefined ? undefined : `closed with ${line.closedWith} although it is harmless`;
}

async function notTaken(line: RawLine): Promise<string | undefined> {
  await line.until(() => line.heard.notTaken > 0 || line.closedWith !== undefined, 'a "not taken"');
  return line.closedWith === undefined ? undefined : `closed with ${line.closedWith} instead of "not taken"`;
}

async function turnedAway(line: RawLine, code: number): Promise<string | undefined> {
  const wrong = expectCode(await line.isClosed, code);
  return wrong ?? (line.frames.length > 0 ? 'something was told before the door was shut' : undefined);
}

export const ATTEMPTS: readonly Script[] = [
  { name: 'a flood of 1,000 gaps', async run(scene) {
    const { line, id } = await toolsOf(scene);
    const doc = wordsOf(id, 'x');
    for (let n = 0; n < 2_000; n++) {
      const vector = Y.encodeStateVector(doc);
      doc.getText('body').insert(0, 'y'.repeat(500));
      if (n % 2 === 1) line.send(updateFrame(Y.encodeStateAsUpdate(doc, vector)));
    }
    return expectCode(await line.isClosed, CLOSE.unreadable);
  } },
  { name: 'the same refused bytes from one page again and again', async run(scene) {
    const seated = await scene.project.seat('giulia');
    const codes: number[] = [];
    for (let n = 0; n < 2; n++) {
      const line = scene.open(seated, 'acks=1&page=5');
      await line.isIn;
      line.send(answerFrame(all(wordsOf(scene.victim, 'EVIL instead of honest words'))));
      codes.push(await line.isClosed);
    }
    codes.push(await scene.open(seated, 'acks=1&page=5').isClosed);
    return codes.join() === [CLOSE.unreadable, CLOSE.historyDiffers, CLOSE.historyDiffers].join() ? undefined : `closed with ${codes.join()}`;
  } },
  { name: 'a victim\'s own frame once more', async run(scene) {
    const { line } = await toolsOf(scene);
    line.send(updateFrame(scene.whole));
    return unheeded(line);
  } },
  { name: 'honest words deleted: legal, and told under the name of who did it', async run(scene) {
    const { line, seated } = await toolsOf(scene);
    scene.here.text.insert(0, 'z');
    await untilDoc(scene.there.doc, () => scene.there.text.toString().startsWith('z'), 'a word to delete');
    line.send(updateFrame(deletion(scene.victim, 12, 1)));
    await line.until(() => line.heard.saved.some(frames => frames >= 2), 'a deletion on disk');
    for await (const entry of scene.app.store.journal.read(scene.room, 0)) {
      if (entry.parts.some(part => part.memberId === seated.member.id && Y.decodeUpdate(part.update).ds.clients.has(scene.victim))) return undefined;
    }
    return 'nobody knows who deleted';
  } },
  { name: 'keys named __proto__ and constructor', async run(scene) {
    const { line, id } = await toolsOf(scene);
    const doc = new Y.Doc();
    doc.clientID = id;
    doc.getMap('canvas').set('__proto__', { polluted: true });
    doc.getMap('__proto__').set('constructor', new Y.Map([['polluted', true]]));
    line.send(updateFrame(all(doc)));
    line.send(presenceFrame([{ clientId: id, clock: 1, state: new TextEncoder().encode('{"__proto__":{"polluted":true}}') }]));
    const wrong = await unheeded(line);
    return 'polluted' in {} ? 'every object was changed' : wrong;
  } },
  { name: 'words that were never there, deleted', async run(scene) {
    const { line, id } = await toolsOf(scene);
    line.send(updateFrame(itemOf(id, 1, to => encoding.writeVarUint(to, 3))));
    return unheeded(line);
  } },
  ...presence(), ...rights(), ...masses(),
];

function presence(): Script[] {
  const watching = async (scene: Scene, states: (id: number) => Parameters<typeof presenceFrame>[0]) => {
    const { line, id } = await toolsOf(scene);
    const watcher = scene.open(scene.marta);
    await watcher.isIn;
    line.send(presenceFrame(states(id)));
    line.send(presenceFrame([{ clientId: id, clock: 9, state: json({ pointer: { x: 3, y: 0 } }) }]));
    await watcher.until(() => watcher.heard.presence.has(id), 'the honest state');
    return { line, watcher };
  };
  return [
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
}

function rights(): Script[] {
  const viewer = async (scene: Scene, frame: typeof updateFrame) => {
    const { line } = await scene.forger('giulia', { role: 'viewer' });
    line.send(frame(all(wordsOf(77, 'EVIL'))));
    return notTaken(line);
  };
  return [
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
}

function masses(): Script[] {
  return [
    { name: 'more frames than a socket may send', async run(scene) {
      const { line } = await toolsOf(scene);
      for (let n = 0; n <= LIMITS.socketFramesPerTenSeconds; n++) line.send(presenceFrame([]));
      return expectCode(await line.isClosed, CLOSE.later);
    } },
    { name: 'more sockets than a member may have', async run(scene) {
      const { seated } = await scene.forger();
      for (let n = 1; n < LIMITS.socketsPerMember; n++) await scene.open(seated).isIn;
      return expectCode(await scene.open(seated).isClosed, CLOSE.later);
    } },
  ];
}
