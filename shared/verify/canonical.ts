/**
 * The one canonical form and the one hash of this product: RFC 8785 (JSON Canonicalization Scheme) and SHA-256.
 *
 * Same code in page, server and command (`crypto.subtle` does not exist on plain http).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** RFC 8785 text of plain JSON data. Throws for what JSON cannot hold (NaN, functions). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no canonical form of undefined.');
  return text;
}

/** SHA-256 of bytes, 64 lower-case hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** SHA-256 of the canonical form, and the bytes it was taken of. */
export function hashOf(value: unknown): { hash: string; bytes: Uint8Array } {
  const bytes = utf8ToBytes(canonicalJson(value));
  return { hash: sha256Hex(bytes), bytes };
}
