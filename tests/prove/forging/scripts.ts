/** What a dishonest member or stranger tries, each by name: updates and frames first. The numbers are those of `docs/security.md`'s findings. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { answerFrame, askFrame, presenceFrame, updateFrame } from '../../../server/sync/frames.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { CLOSE, MESSAGE } from '../../../shared/rooms.ts';
import { bytes, collected, deletion, itemOf, numbers, wordsOf } from '../../support/forgery.ts';
import { closes, type Script, type Tools } from './script.ts';

const all = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc);

/** Each of these updates closes the line that brings it. */
const UPDATES: readonly [string, (tools: Tools) => Uint8Array][] = [
  ['words under somebody else\'s id', ({ victim }) => all(wordsOf(victim + 1, 'EVIL'))],
  ['words that continue somebody else\'s', ({ scene, victim }) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, scene.whole);
    const vector = Y.encodeStateVector(doc);
    doc.clientID = victim;
    doc.getText('body').insert(0, 'EVIL ');
    return Y.encodeStateAsUpdate(doc, vector);
  }],
  ['words under an id that nobody has', () => all(wordsOf(77, 'EVIL'))],
  ['words under an id of "Insieme for Marta"', ({ serverMade }) => all(wordsOf(serverMade, 'EVIL'))],
  ['2^45 clocks under a victim\'s id, which would silence them', ({ victim }) => collected(victim, 12, 2 ** 45)],
  ['2^45 clocks under one\'s own id', ({ id }) => collected(id, 0, 2 ** 45)],
  ['one clock more than a frame may add', ({ id }) => collected(id, 0, LIMITS.clocksPerFrame + 1)],
  ['a gap under one\'s own id', ({ id }) => collected(id, 5, 1)],
  ['a gap that is declared', ({ id }) => numbers(2, 1, id, 0, 10, 3, 0, 1, 0)],
  ['a deletion of words to come', ({ victim }) => deletion(victim, 0, 1_000)],
  ['a deletion in a client that nobody is', () => deletion(123, 0, 1)],
  ['a deletion of nothing', ({ victim }) => deletion(victim, 0, 0)],
  ['words that hang on words to come', ({ id, victim }) => numbers(1, 1, id, 0, 0x84, victim, 999, 1, 0x61, 0)],
  ['words that hang on themselves', ({ id }) => numbers(1, 1, id, 0, 0x84, id, 0, 1, 0x61, 0)],
  ['words in two places at once', ({ victim, id, spare }) => bytes(to => {
    const other = all(wordsOf(spare, 'elsewhere', 'other'));
    const lie = numbers(1, id, 0, 0xc4, victim, 1, spare, 1, 1, 0x61);
    encoding.writeUint8Array(to, Uint8Array.of(2, ...(spare > id ? [...other.slice(1, -1), ...lie] : [...lie, ...other.slice(1, -1)]), 0));
  })],
  ['words between a letter and itself', ({ id, victim }) => numbers(1, 1, id, 0, 0xc4, victim, 1, victim, 1, 1, 0x61, 0)],
  ['several values at once under one key, which break whoever collects them', ({ id }) => bytes(to => {
    for (const value of [1, 1, id, 0, 0x28, 1]) encoding.writeVarUint(to, value);
    for (const name of ['canvas', 'key']) encoding.writeVarString(to, name);
    for (const value of [2, 126, 126, 0]) encoding.writeVarUint(to, value);
  })],
  ['an honest part and a forged part in one', ({ id, victim }) => {
    const doc = wordsOf(id, 'mine');
    Y.applyUpdate(doc, all(wordsOf(victim + 2, 'EVIL')));
    return all(doc);
  }],
  ['one client twice in one update', ({ id }) => numbers(2, 1, id, 0, 0, 1, 1, id, 1, 0, 1, 0)],
  ['a subdocument without options, which breaks whoever reads it', ({ id }) => itemOf(id, 9, to => { encoding.writeVarString(to, 'guid'); encoding.writeAny(to, null); })],
  ['a type that does not exist', ({ id }) => itemOf(id, 7, to => encoding.writeVarUint(to, 99))],
  ['a content that does not exist', ({ id }) => itemOf(id, 11, to => encoding.writeVarUint(to, 1))],
  ['an embed that is no JSON', ({ id }) => itemOf(id, 5, to => encoding.writeVarString(to, '{"a":'))],
  ['a format that is no JSON', ({ id }) => itemOf(id, 6, to => { encoding.writeVarString(to, 'bold'); encoding.writeVarString(to, 'tru'); })],
  ['letters that are no UTF-8', ({ id }) => itemOf(id, 4, to => encoding.writeVarUint8Array(to, Uint8Array.of(0xff, 0xfe)))],
  ['a value nested 20,000 deep', ({ id }) => itemOf(id, 8, to => {
    encoding.writeVarUint(to, 1);
    for (let depth = 0; depth < 20_000; depth++) encoding.writeUint8Array(to, Uint8Array.of(117, 1));
    encoding.writeAny(to, 1);
  })],
  ['a list that claims 2^32 values', ({ id }) => itemOf(id, 8, to => encoding.writeVarUint(to, 2 ** 32))],
  ['another encoding (V2), which V1 reads as nothing', ({ id }) => Y.convertUpdateFormatV1ToV2(all(wordsOf(id, 'word')))],
];

const FRAMES: readonly [string, (tools: Tools) => Uint8Array | string, number][] = [
  ['no bytes at all', () => new Uint8Array(), CLOSE.unreadable],
  ['text instead of bytes', () => 'hello', CLOSE.unreadable],
  ['a frame cut short', ({ id }) => updateFrame(all(wordsOf(id, 'word'))).subarray(0, 9), CLOSE.unreadable],
  ['a length far beyond the end', () => Uint8Array.of(0, 2, 255, 255, 255, 255, 15, 1), CLOSE.unreadable],
  ['a number that never ends', () => new Uint8Array(100).fill(255), CLOSE.unreadable],
  ['a state vector of a million entries in five bytes', () => Uint8Array.of(0, 0, 3, 192, 132, 61), CLOSE.unreadable],
  ['a "saved" of one\'s own', () => Uint8Array.of(MESSAGE.saved, 1, 1), CLOSE.unreadable],
  ['a table of ids of one\'s own', () => Uint8Array.of(MESSAGE.seats, 2, 0x5b, 0x5d), CLOSE.unreadable],
  ['y-websocket\'s "permission denied" to others', () => Uint8Array.of(MESSAGE.auth, 0, 0), CLOSE.unreadable],
  ['two frames in one', () => Uint8Array.of(...askFrame(Uint8Array.of(0)), ...askFrame(Uint8Array.of(0))), CLOSE.unreadable],
  ['an update of more than 2 MB', () => updateFrame(new Uint8Array(LIMITS.frameBytes)), CLOSE.tooLarge],
  ['an answer of more than 8 MB', () => answerFrame(new Uint8Array(LIMITS.answerBytes)), CLOSE.tooLarge],
  ['a presence that is no JSON, which breaks whoever reads it', ({ id }) => presenceFrame([{ clientId: id, clock: 1, state: new TextEncoder().encode('{"at') }]), CLOSE.unreadable],
  ['a presence of more than 4 kB', ({ id }) => presenceFrame([{ clientId: id, clock: 1, state: new TextEncoder().encode(JSON.stringify('x'.repeat(LIMITS.presenceBytes))) }]), CLOSE.later],
];

export const FORGED: readonly Script[] = [
  ...UPDATES.map(([name, forge]): Script => closes(name, tools => updateFrame(forge(tools)), CLOSE.unreadable)),
  ...UPDATES.slice(0, 3).map(([name, forge]): Script => closes(`${name}, as an answer`, tools => answerFrame(forge(tools)), CLOSE.unreadable)),
  ...FRAMES.map(([name, frame, code]): Script => closes(name, frame, code)),
];
