/** Makes identifiers and secrets from the system's randomness; their shapes are `shared/ids.ts`' business. */
import { createHash, randomBytes } from 'node:crypto';
import type { IdKinds, MakeId } from '../shared/ids.ts';

/** 128 random bits after the prefix. Made here and nowhere else, which is why the brand may be given without parsing. */
export const makeId: MakeId = <Kind extends keyof IdKinds>(kind: Kind) =>
  `${kind}_${randomBytes(16).toString('base64url')}` as unknown as IdKinds[Kind];

/** A secret for a link: 256 random bits, 43 characters. Only its hash is kept. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a token is kept and looked up: SHA-256, hexadecimal. Enough for 256 random bits; never for passwords. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
