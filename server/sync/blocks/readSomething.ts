/** Reads a document that is nobody's, so that the reader of updates is compiled before the first real one comes. Keeps nothing. */
import * as Y from 'yjs';
import { blockState } from './blockState.ts';

/** About what it takes until Node has compiled it for good; some 20 ms. */
const STRUCTS = 1_500;
const TIMES = 15;

export function readSomething(): void {
  const whole = someDocument();
  for (let left = TIMES; left > 0; left--) {
    const state = blockState();
    state.adopt(whole);
    state.missing(new Uint8Array([0]));
  }
}

/** Short words at places all over it, some of them gone again. */
function someDocument(): Uint8Array {
  const doc = new Y.Doc();
  const text = doc.getText('body');
  doc.transact(() => {
    for (let nth = 0; nth < STRUCTS; nth++) {
      text.insert((nth * 7_919) % (text.length + 1), 'words');
      if (nth % 8 === 0) text.delete((nth * 104_729) % (text.length - 2), 2);
    }
  });
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}
