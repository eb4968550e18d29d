/**
 * Sync 5, decided over a decoded update: may these structs and deletions enter, and where do they start?
 *
 * Pure: knows the clocks that the document has, and which ids the sender owns. Changes nothing.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { LIMITS } from '../../shared/limits.ts';
import type { Owns } from './state.ts';
import { Refused, Unreadable } from './trouble.ts';

type Struct = Y.Item | Y.GC | Y.Skip;

/** The structs of one client id, in order, without holes. */
interface Run {
  client: number;
  start: number;
  end: number;
  structs: Struct[];
}

export interface ReadUpdate {
  runs: Run[];
  deletions: { client: number; clock: number; length: number }[];
}

/** The next clock that the document expects of a client id. */
export type Known = (client: number) => number;

/** Reads a V1 update completely, or throws `Unreadable`. */
export function readUpdate(update: Uint8Array): ReadUpdate {
  const { structs, ds } = decode(update);
  const deletions = [...ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })));
  // A range of nothing would wait in Yjs for ever as a deletion yet to come.
  if (deletions.some(range => range.length === 0)) throw new Unreadable('an empty deletion');
  return { runs: runsOf(structs), deletions };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  let rest: decoding.Decoder | undefined;
  const seen = new Set<number>();
  class Watched extends Y.UpdateDecoderV1 {
    constructor(from: decoding.Decoder) {
      super(from);
      rest = from;
    }
    /** Once at the head of each client's structs. Of two heads for one client Yjs would forget the first. */
    override readClient(): number {
      const client = super.readClient();
      if (seen.has(client)) throw new Unreadable('one client twice');
      seen.add(client);
      return client;
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(update, Watched);
    // V2 bytes read as an empty V1 update with a tail: without this they would be "saved" and lost (Sync 8).
    if (!rest || decoding.hasContent(rest)) throw new Unreadable('bytes after the end of an update');
    return decoded;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('not a V1 update', { cause: error });
  }
}

function runsOf(structs: readonly Struct[]): Run[] {
  const runs: Run[] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct.length === 0) throw new Unreadable('an empty struct');
    if (runs.at(-1)?.client !== client) runs.push({ client, start: clock, end: clock, structs: [] });
    const run = runs.at(-1)!;
    run.structs.push(struct);
    run.end = clock + struct.length;
  }
  return runs;
}

/** Throws `Refused` unless all that is new belongs to the sender, fits without a gap and hangs on known things. */
export function checkUpdate(update: ReadUpdate, known: Known, owns: Owns): void {
  const fresh = update.runs.filter(run => run.end > known(run.client));
  for (const run of fresh) checkRun(run, known(run.client), owns);
  const reached = follow(fresh, known);
  for (const { client, clock, length } of update.deletions) {
    if (clock + length > reached(client)) throw new Refused('unknown-deletion');
  }
}

function checkRun(run: Run, known: number, owns: Owns): void {
  if (!owns(run.client)) throw new Refused('foreign-author');
  if (run.start > known) throw new Refused('gap');
  if (run.end - known > LIMITS.clocksPerFrame) throw new Refused('too-far');
  if (run.structs.some(struct => struct instanceof Y.Skip && endOf(struct) > known)) throw new Refused('gap');
}

const endOf = (struct: Struct) => struct.id.clock + struct.length;

/**
 * Walks the new structs in an order in which each hangs only on what came before, as Yjs will.
 * When there is no such order, something is missing or refers to itself: Yjs would wait for it for ever.
 */
function follow(fresh: readonly Run[], known: Known): Known {
  const reached = new Map(fresh.map(run => [run.client, known(run.client)]));
  const at: Known = client => reached.get(client) ?? known(client);
  const ready: Walk[] = fresh.map(run => ({ run, next: run.structs.findIndex(struct => endOf(struct) > at(run.client)) }));
  let waiting: { walk: Walk; needs: Y.ID }[] = [];
  for (let walk = ready.pop(); walk; walk = ready.pop()) {
    const needs = advance(walk, at, reached);
    if (needs) waiting.push({ walk, needs });
    ready.push(...waiting.filter(each => each.needs.clock < at(each.needs.client)).map(each => each.walk));
    waiting = waiting.filter(each => each.needs.clock >= at(each.needs.client));
  }
  if (waiting.length > 0) throw new Refused('unknown-reference');
  return at;
}

interface Walk {
  run: Run;
  next: number;
}

/** Goes as far as it can; answers the id that it lacks, or undefined at the end. */
function advance(walk: Walk, at: Known, reached: Map<number, number>): Y.ID | undefined {
  for (; walk.next < walk.run.structs.length; walk.next++) {
    const struct = walk.run.structs[walk.next]!;
    const needs = dependencies(struct).find(id => id.clock >= at(id.client));
    if (needs) return needs;
    reached.set(walk.run.client, endOf(struct));
  }
  return undefined;
}

function dependencies(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent; // an id, the name of a root, or null: nothing is built yet
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(id => id !== null);
}
