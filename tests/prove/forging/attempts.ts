/** What a dishonest member tries beyond single frames: again and again, with somebody else's words, in masses. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { answerFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { CLOSE } from '../../../shared/rooms.ts';
import { deletion, itemOf, wordsOf } from '../../support/forgery.ts';
import { untilDoc } from '../../support/lines.ts';
import { expectCode, type Script, toolsOf, unheeded } from './script.ts';

const all = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

export const REPEATED: readonly Script[] = [
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
