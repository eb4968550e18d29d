/** CRC-32 over several pieces, for finding bytes that changed by themselves; it is no defence against people. */
import { crc32 } from 'node:zlib';

/** zlib answers 0 for no bytes at an empty address, whatever came before: empty pieces are left out. */
export function checksum(...pieces: readonly (string | Uint8Array)[]): number {
  return pieces.reduce<number>((sum, piece) => (piece.length === 0 ? sum : crc32(piece, sum)), 0);
}
