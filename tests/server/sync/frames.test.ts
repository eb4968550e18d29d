/** The codec against y-protocols' own: what one writes, the other reads. */
import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { MESSAGE } from '../../../shared/rooms.ts';
import { answerFrame, askFrame, decodeFrame, KEEP_ALIVE, presenceFrame, savedFrame, updateFrame } from '../../../server/sync/frames.ts';
import { Unreadable } from '../../../server/sync/trouble.ts';

function written(write: (to: encoding.Encoder) => void): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, MESSAGE.sync);
  write(to);
  return encoding.toUint8Array(to);
}

const doc = new Y.Doc();
doc.getText('body').insert(0, 'word');
const update = Y.encodeStateAsUpdate(doc);

describe('frames', () => {
  test('are y-websocket\'s own, byte for byte', () => {
    expect(askFrame(Y.encodeStateVector(doc))).toEqual(written(to => syncProtocol.writeSyncStep1(to, doc)));
    expect(answerFrame(update)).toEqual(written(to => syncProtocol.writeSyncStep2(to, doc)));
    expect(updateFrame(update)).toEqual(written(to => syncProtocol.writeUpdate(to, update)));
  });

  test('tell answers and updates apart', () => {
    expect(decodeFrame(answerFrame(update))).toEqual({ kind: 'content', update, isAnswer: true });
    expect(decodeFrame(updateFrame(update))).toEqual({ kind: 'content', update, isAnswer: false });
  });

  test('carry presence that y-protocols understands, and the other way round (Sync 9)', () => {
    const [here, there] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
    here.setLocalState({ page: 'canvas', note: 'àèìòù 🙂' });
    const body = encodeAwarenessUpdate(here, [here.clientID]);
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, MESSAGE.awareness);
    encoding.writeVarUint8Array(to, body);
    const frame = decodeFrame(encoding.toUint8Array(to));

    expect(frame.kind).toBe('presence');
    const again = presenceFrame(frame.kind === 'presence' ? frame.states : []);
    const from = decoding.createDecoder(again);
    expect(decoding.readVarUint(from)).toBe(MESSAGE.awareness);
    applyAwarenessUpdate(there, decoding.readVarUint8Array(from), 'test');
    expect(there.getStates().get(here.clientID)).toEqual(here.getLocalState());
    for (const each of [here, there]) each.destroy();
  });

  test('of nobody\'s presence keep a line alive and mean nothing', () => {
    expect(decodeFrame(KEEP_ALIVE)).toEqual({ kind: 'presence', states: [] });
  });

  test('that are ours to send are not ours to receive (Sync 8)', () => {
    expect(() => decodeFrame(savedFrame(1, 2))).toThrow(Unreadable);
  });

  test('throw `Unreadable` and nothing else, for any bytes (Sync 7)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
        try {
          decodeFrame(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
