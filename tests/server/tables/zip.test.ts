/** Archives from strangers: read within bounds, whatever they claim. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadArchive, readZip, writeZip } from '../../../server/tables/zip.ts';

const all = { wanted: () => true, files: 100, bytes: 1_000_000 };

/** One deflated file whose directory says whatever it likes of its size. */
function packed(name: string, bytes: Buffer, claims = 10): Buffer {
  const deflated = deflateRawSync(bytes);
  const archive = writeZip(new Map([[name, deflated]]));
  const directory = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  archive.writeUInt16LE(8, 8);
  archive.writeUInt16LE(8, directory + 10);
  archive.writeUInt32LE(claims, directory + 24);
  return archive;
}

describe('an archive', () => {
  test('gives back the files that were put in', () => {
    const files = new Map([['a.csv', Buffer.from('è')], ['b', Buffer.alloc(0)]]);
    expect(readZip(writeZip(files), all)).toEqual(files);
  });

  test('is unpacked, and what is not wanted is passed over', () => {
    const archive = packed('big.bin', Buffer.alloc(5_000_000));
    expect(readZip(archive, { ...all, wanted: name => name === 'other' }).size).toBe(0);
    expect(readZip(packed('a', Buffer.from('hello')), all).get('a')?.toString()).toBe('hello');
  });

  test.each([
    ['five million zeroes that claim to be ten', packed('a', Buffer.alloc(5_000_000)), all],
    ['more files than it may hold', writeZip(new Map([['a', Buffer.from('1')], ['b', Buffer.from('2')]])), { ...all, files: 1 }],
    ['files that are too large together', writeZip(new Map([['a', Buffer.alloc(60)], ['b', Buffer.alloc(60)]])), { ...all, bytes: 100 }],
    ['an unknown way of packing', (() => { const archive = writeZip(new Map([['a', Buffer.from('1')]])); archive.writeUInt16LE(99, archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 10); return archive; })(), all],
    ['nothing of an archive', Buffer.from('PK is how it begins'), all],
    ['no bytes at all', Buffer.alloc(0), all],
  ])('is refused that holds %s', (_what, archive, bounds) => {
    expect(() => readZip(archive, bounds)).toThrow(BadArchive);
  });

  test('cut off or altered anywhere is refused or read, and never breaks the reader', () => {
    const whole = packed('a', Buffer.from('hello hello hello'));
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) bytes[at] = byte;
      try {
        readZip(bytes, all);
      } catch (error) {
        expect(error).toBeInstanceOf(BadArchive);
      }
    }), { numRuns: 2_000 });
  });
});
