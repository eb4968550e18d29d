/** The gate before every store: who comes in, what closing waits for, in whose words errors come out. */
import { describe, expect, test } from 'vitest';
import { Gate } from '../../../server/storage/gate.ts';
import { Conflict, StoreUnavailable } from '../../../server/storage/store.ts';

describe('a gate', () => {
  test('closes when everybody inside has gone, well or badly, and lets nobody in meanwhile', async () => {
    const gate = new Gate();
    const order: string[] = [];
    let finish: (() => void) | undefined;
    let fail: ((error: Error) => void) | undefined;
    const inside = [
      gate.through(() => new Promise<void>(resolve => { finish = resolve; })),
      gate.through(() => new Promise<void>((_, reject) => { fail = reject; })),
    ].map((each, n) => each.then(() => order.push(`${n} ends`), () => order.push(`${n} fails`)));
    await Promise.resolve();
    const closed = gate.close().then(() => order.push('closed'));
    await expect(gate.through(() => 1)).rejects.toThrow(StoreUnavailable);
    expect(order).toEqual([]);
    finish?.();
    fail?.(new Conflict('late'));
    await Promise.all([...inside, closed]);
    expect(order.toSorted()).toEqual(['0 ends', '1 fails', 'closed']);
    expect(order.at(-1)).toBe('closed');
  });

  test('says of an engine’s error that the store is unavailable, with the reason inside', async () => {
    const reason = new Error('MDB_SOMETHING');
    await expect(new Gate().through(() => { throw reason; })).rejects.toMatchObject({ name: 'StoreUnavailable', cause: reason });
  });

  test.each([new Conflict('somebody wrote first'), new TypeError('our mistake')])('lets through as it is: %s', async error => {
    await expect(new Gate().through(() => { throw error; })).rejects.toBe(error);
  });
});
