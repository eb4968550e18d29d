/** Byte ranges as the state of a document: what every state promises, and what their search through the document costs. */
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { blockState } from '../../../server/sync/blocks/blockState.ts';
import { documentStateContract } from '../../contracts/documentState.ts';
import { bytes, letterBetween } from '../../support/forgery.ts';

documentStateContract('byte ranges', blockState);

/** As many letters of 8 and 9, each hanging on the other's last. */
const inTurns = (letters: number) =>
  bytes(to => {
    encoding.writeVarUint(to, 2);
    for (const client of [9, 8]) {
      for (const value of [letters, client, 0]) encoding.writeVarUint(to, value);
      for (let clock = 0; clock < letters; clock++) writeLetter(to, client === 8 ? [9, clock] : clock > 0 ? [8, clock - 1] : undefined);
    }
    encoding.writeVarUint(to, 0);
  });

function writeLetter(to: encoding.Encoder, origin: readonly [number, number] | undefined): void {
  encoding.writeUint8(to, origin ? 0x84 : 4);
  if (origin) for (const value of origin) encoding.writeVarUint(to, value);
  else for (const value of [1, 1, 0x62]) encoding.writeVarUint(to, value);
  for (const value of [1, 0x61]) encoding.writeVarUint(to, value);
}

// It was quadratic once: six seconds for these.
test('follows a text that two wrote letter by letter in turns without standing still', () => {
  const state = blockState();
  state.take(inTurns(100_000), () => true);
  state.take(bytes(to => { for (const value of [1, 1, 7, 0, 4, 1, 1, 0x62, 1, 0x61, 0]) encoding.writeVarUint(to, value); }), () => true);

  const before = performance.now();
  state.take(letterBetween(6, 0, [7, 0], [8, 99_999]), () => true);
  expect(performance.now() - before).toBeLessThan(2_500);
});
