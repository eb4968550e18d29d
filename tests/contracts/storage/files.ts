/** Promises about files: bytes by their hash. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../server/storage/store.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function filesContract(store: () => Store): void {
  describe('a file', () => {
    test.each([
      ['of no bytes', 0],
      ['of a few bytes', 100],
      ['of 5 MB', 5 * 1024 * 1024],
    ])('%s is named by its hash and comes back as it was', async (_what, size) => {
      const bytes = randomBytes(size);
      const hash = await store().files.keep(bytes);
      expect(hash).toBe(sha256(bytes));
      expect(Buffer.compare((await store().files.read(hash)) ?? randomBytes(1), bytes)).toBe(0);
    }, 30_000);

    test('that nobody kept is undefined', async () => {
      expect(await store().files.read(sha256(randomBytes(8)))).toBeUndefined();
    });

    test.each(['', 'x', '../../etc/passwd', `${'a'.repeat(63)}/`, 'A'.repeat(64)])('has no other name: %s', async name => {
      expect(await store().files.read(name)).toBeUndefined();
    });

    test('kept many times, also at once, is one file', async () => {
      const bytes = randomBytes(50_000);
      const hashes = await Promise.all(Array.from({ length: 6 }, () => store().files.keep(bytes)));
      expect(new Set(hashes)).toEqual(new Set([sha256(bytes)]));
      expect(Buffer.compare((await store().files.read(sha256(bytes))) ?? randomBytes(1), bytes)).toBe(0);
    });
  });
}
