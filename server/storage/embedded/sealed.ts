/** A checksum in front of every value, taken over its key too: a flipped bit or a swapped value shows itself when read. */
import { checksum } from '../checksum.ts';
import { Corrupt } from '../store.ts';

const CHECKSUM_BYTES = 4;

export function seal(key: Buffer, value: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(CHECKSUM_BYTES + value.length);
  sealed.writeUInt32BE(checksum(key, value));
  sealed.set(value, CHECKSUM_BYTES);
  return sealed;
}

/** `what` names it for people who have to mend it; it must hold no content. */
export function unseal(key: Buffer, sealed: Buffer, what: string): Buffer {
  const value = sealed.subarray(CHECKSUM_BYTES);
  const whole = sealed.length >= CHECKSUM_BYTES && sealed.readUInt32BE() === checksum(key, value);
  if (!whole) throw new Corrupt(`${what}: the checksum does not hold`);
  return value;
}
