/** Password hashing: argon2id off the main thread. Checking costs the same whether the address is known or not. */
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane; the library's own choice of algorithm is argon2id. */
const COSTS = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COSTS);
}

export function verifyPassword(kept: { hash: string; password: string }): Promise<boolean> {
  return verify(kept.hash, kept.password.normalize('NFC'));
}
