/**
 * Updates put together piece by piece, as no editor would: every kind of struct and content, under anybody's id, at any
 * clock, hanging on anything. Readable more often than not, so that what is behind the reader is tried as well.
 */
import * as encoding from 'lib0/encoding';
import type { Random } from '../common/random.ts';

export interface Forger {
  random: Random;
  /** Ids that may be written under: one's own mostly, a victim's, nobody's. */
  clients: readonly number[];
  /** Where the document stands for an id. */
  clockOf: (client: number) => number;
}

const KINDS = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9, skip: 10, unknown: 11 } as const;
const HUGE = [2 ** 31, 2 ** 32 - 1, 2 ** 45, 2 ** 53 - 1];
const TEXTS = ['a', 'words', '', 'è漢', '\ud83d', '"', '{"a":', 'null', '{"__proto__":{"x":1}}', 'undefined', '[1,2]', '\0'] as const;

/** One update of up to three clients, with deletions. */
export function forgeUpdate(forger: Forger): Uint8Array {
  const { random } = forger;
  const to = encoding.createEncoder();
  const clients = random.chance(0.7) ? 1 : random.below(4);
  encoding.writeVarUint(to, random.chance(0.02) ? random.pick(HUGE) : clients);
  for (let n = 0; n < clients; n++) writeRun(to, forger);
  writeDeletions(to, forger);
  return encoding.toUint8Array(to);
}

function writeRun(to: encoding.Encoder, forger: Forger): void {
  const { random, clients, clockOf } = forger;
  const count = random.chance(0.02) ? random.pick(HUGE) : random.between(1, 4);
  const client = random.pick(clients);
  encoding.writeVarUint(to, count);
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clockNear(random, clockOf(client)));
  for (let n = 0; n < Math.min(count, 4); n++) writeStruct(to, forger);
}

/** Where the document ends, most of the time. */
function clockNear(random: Random, end: number): number {
  if (random.chance(0.75)) return end;
  return random.chance(0.1) ? random.pick(HUGE) : Math.max(0, end + random.between(-4, 3));
}

function writeStruct(to: encoding.Encoder, forger: Forger): void {
  const { random } = forger;
  const kind = random.pick(Object.values(KINDS));
  if (kind === KINDS.gc || kind === KINDS.skip) {
    encoding.writeUint8(to, kind);
    return encoding.writeVarUint(to, lengthOf(random));
  }
  const [left, right, key] = [random.chance(0.4), random.chance(0.3), random.chance(0.3)];
  encoding.writeUint8(to, kind | (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key ? 0x20 : 0));
  if (left) writeId(to, forger);
  if (right) writeId(to, forger);
  if (!left && !right) writeParent(to, forger, key);
  writeContent(to, kind, random);
}

const lengthOf = (random: Random) => (random.chance(0.05) ? random.pick(HUGE) : random.below(6));

function writeId(to: encoding.Encoder, { random, clients, clockOf }: Forger): void {
  const client = random.pick(clients);
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, random.chance(0.05) ? random.pick(HUGE) : random.below(clockOf(client) + 2));
}

function writeParent(to: encoding.Encoder, forger: Forger, key: boolean): void {
  const { random } = forger;
  const isRoot = random.chance(0.8);
  encoding.writeVarUint(to, isRoot ? 1 : random.pick([0, 0, 0, 2]));
  if (isRoot) encoding.writeVarString(to, random.pick(['body', 'list', 'canvas', 'proposal', 'new', '', '__proto__']));
  else writeId(to, forger);
  if (key) encoding.writeVarString(to, random.pick(['k0', '', '__proto__', 'constructor']));
}

function writeContent(to: encoding.Encoder, kind: number, random: Random): void {
  switch (kind) {
    case KINDS.deleted: return encoding.writeVarUint(to, lengthOf(random));
    case KINDS.json: return writeMany(to, random, () => encoding.writeVarString(to, random.pick(TEXTS)));
    case KINDS.binary: return encoding.writeVarUint8Array(to, random.bytes(random.below(6)));
    case KINDS.string: return writeText(to, random);
    case KINDS.embed: return encoding.writeVarString(to, random.pick(TEXTS));
    case KINDS.format: encoding.writeVarString(to, random.pick(TEXTS)); return encoding.writeVarString(to, random.pick(TEXTS));
    case KINDS.type: return writeType(to, random);
    case KINDS.any: return writeMany(to, random, () => writeAny(to, random));
    case KINDS.doc: encoding.writeVarString(to, 'guid'); return writeAny(to, random);
    default: return encoding.writeUint8Array(to, random.bytes(random.below(9)));
  }
}

function writeMany(to: encoding.Encoder, random: Random, write: () => void): void {
  const count = random.chance(0.03) ? random.pick(HUGE) : random.below(4);
  encoding.writeVarUint(to, count);
  for (let n = 0; n < Math.min(count, 4); n++) write();
}

/** Sometimes bytes that are no UTF-8. */
function writeText(to: encoding.Encoder, random: Random): void {
  if (random.chance(0.9)) encoding.writeVarString(to, random.pick(TEXTS));
  else encoding.writeVarUint8Array(to, random.bytes(random.below(5)));
}

function writeType(to: encoding.Encoder, random: Random): void {
  const type = random.below(9);
  encoding.writeVarUint(to, type);
  if (type === 3 || type === 5) encoding.writeVarString(to, random.pick(TEXTS));
}

function writeAny(to: encoding.Encoder, random: Random): void {
  if (random.chance(0.8)) return encoding.writeAny(to, random.pick([1, -1, 1.5, 'text', null, undefined, true, { a: [1] }, [{ b: 2 }], Uint8Array.of(1), 2n ** 62n]));
  // Nested so deep that whoever reads it by calling itself runs out of room.
  if (random.chance(0.02)) for (let depth = random.pick([100, 20_000]); depth > 0; depth--) encoding.writeUint8Array(to, Uint8Array.of(117, 1));
  encoding.writeUint8Array(to, random.bytes(random.below(6)));
}

function writeDeletions(to: encoding.Encoder, { random, clients, clockOf }: Forger): void {
  const count = random.chance(0.6) ? 0 : random.between(1, 2);
  encoding.writeVarUint(to, random.chance(0.02) ? random.pick(HUGE) : count);
  for (let n = 0; n < count; n++) {
    const client = random.pick(clients);
    const end = clockOf(client);
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, 1);
    const start = random.below(end + 1);
    encoding.writeVarUint(to, start);
    encoding.writeVarUint(to, random.chance(0.9) ? Math.min(random.below(3), Math.max(0, end - start)) : lengthOf(random));
  }
}
