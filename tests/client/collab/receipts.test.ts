import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Receipts } from '../../../client/collab/receipts.ts';

describe('receipts', () => {
  test('confirm a change when the frame that carries it is on disk (Sync 6)', () => {
    const receipts = new Receipts();
    receipts.lineOpened();
    receipts.sentAnswer();
    receipts.changed();
    receipts.sentUpdate();
    receipts.saved(1);
    expect([receipts.unsaved, receipts.allSaved]).toEqual([1, false]);
    receipts.saved(2);
    expect([receipts.unsaved, receipts.allSaved]).toEqual([0, true]);
  });

  test('let what was written without a line go with the answer, and not with a change made since', () => {
    const receipts = new Receipts();
    receipts.found(2);
    receipts.changed();
    receipts.lineOpened();
    receipts.changed();
    receipts.sentUpdate(); // 1: before the server has asked
    receipts.sentAnswer(); // 2: carries the other three
    receipts.saved(1);
    expect(receipts.unsaved).toBe(3);
    receipts.saved(2);
    expect(receipts.unsaved).toBe(0);
  });

  test('are not all in while the server has not answered for this line', () => {
    const receipts = new Receipts();
    expect(receipts.allSaved).toBe(false);
    receipts.lineOpened();
    receipts.sentAnswer();
    expect(receipts.allSaved).toBe(false);
    receipts.saved(1);
    expect(receipts.allSaved).toBe(true);
    receipts.lineOpened();
    expect(receipts.allSaved).toBe(false);
  });

  test('tell this page\'s changes from those that it found', () => {
    const receipts = new Receipts();
    receipts.found(3);
    receipts.changed();
    expect([receipts.unsaved, receipts.unsavedOurs]).toEqual([4, 1]);
  });

  // Whatever the order of typing, lines and confirmations: saved is never said while a change is open.
  test('never say that all is saved before the server has everything', () => {
    const step = fc.constantFrom('type', 'open', 'answer', 'confirm');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const receipts = new Receipts();
        const atServer = new Set<number>();
        let made = 0;
        let frames: number[][] = [];
        let open = false;
        let answered = false;
        for (const does of steps) {
          if (does === 'type') {
            receipts.changed();
            made++;
            if (open) {
              frames.push([made]);
              receipts.sentUpdate();
            }
          } else if (does === 'open') {
            [open, answered, frames] = [true, false, []];
            receipts.lineOpened();
          } else if (does === 'answer' && open) {
            answered = true;
            frames.push(Array.from({ length: made }, (_, n) => n + 1));
            receipts.sentAnswer();
          } else if (does === 'confirm' && answered) {
            for (const change of frames.flat()) atServer.add(change);
            receipts.saved(frames.length);
          }
          if (receipts.allSaved) expect(atServer.size).toBe(made);
          expect(receipts.unsaved).toBeGreaterThanOrEqual(made - atServer.size);
        }
      }),
    );
  });
});
