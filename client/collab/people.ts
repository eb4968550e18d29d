/**
 * Who is here and where: presence states say where, the seat table says who (Sync 9).
 *
 * Whatever a state claims about identity is never looked at. Knows no line; reads an `Awareness`.
 */
import type { Awareness } from 'y-protocols/awareness';
import * as z from 'zod';
import type { MemberId } from '../../shared/ids.ts';
import type { PersonHere, Presence } from './types.ts';
import { Value } from './value.ts';

const Place = z.number();
/** A foreign state is data from outside: what does not fit is nobody's presence. */
const PresenceState = z.object({
  page: z.enum(['home', 'canvas', 'value', 'proposal', 'approval', 'people']),
  pointer: z.object({ x: Place, y: Place }).nullable(),
  // Names of cells are the longest: two rows and a field.
  selected: z.array(z.string().max(100)).max(500),
  writing: z.string().max(100).nullable(),
  view: z.object({ x: Place, y: Place, zoom: Place }).nullable(),
});

export const NOWHERE: Presence = { page: 'home', pointer: null, selected: [], writing: null, view: null };
/** Pointers travel at most twenty times a second. */
const TELL_EVERY_MS = 50;

export interface PeopleParts {
  awareness: Awareness;
  authorOf: (clientId: number) => MemberId | undefined;
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
}

interface Seen {
  state: unknown;
  person: PersonHere | undefined;
}

export class People {
  readonly here = new Value<readonly PersonHere[]>([]);
  #seen = new Map<number, Seen>();
  #own: Presence = NOWHERE;
  #stopTimer: (() => void) | undefined;
  #toldAt = -Infinity;

  constructor(readonly parts: PeopleParts) {
    parts.awareness.on('change', this.refresh);
  }

  /** Reads everybody again; called for changes of presence and of the seat table. */
  readonly refresh = (): void => {
    const before = this.#seen;
    this.#seen = new Map([...this.parts.awareness.getStates()].map(([clientId, state]) => [clientId, this.#see(clientId, state, before)]));
    this.here.set([...this.#seen.values()].flatMap(({ person }) => person ?? []));
  };

  /** Tells the others at once, or as soon as they may be told again. */
  set(change: Partial<Presence>): void {
    this.#own = { ...this.#own, ...change };
    if (this.#stopTimer) return;
    const wait = this.#toldAt + TELL_EVERY_MS - this.parts.now();
    if (wait <= 0) this.tell();
    else this.#stopTimer = this.parts.after(wait, this.tell);
  }

  /** Says it again, as if it were new: after a line has opened, others have forgotten this page. */
  readonly tell = (): void => {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#toldAt = this.parts.now();
    // Beside it lies what an editor keeps there: where the caret is.
    this.parts.awareness.setLocalState({ ...this.parts.awareness.getLocalState(), ...this.#own });
  };

  stop(): void {
    this.#stopTimer?.();
    this.parts.awareness.off('change', this.refresh);
  }

  #see(clientId: number, state: unknown, before: ReadonlyMap<number, Seen>): Seen {
    const known = before.get(clientId);
    if (known?.person && known.state === state) return known;
    const memberId = this.parts.authorOf(clientId);
    const read = PresenceState.safeParse(state);
    if (!memberId || !read.success) return { state, person: undefined };
    // Said again without change (after a pause, by the line itself) is not a movement.
    if (known?.person?.memberId === memberId && same(known.person.presence, read.data)) return { state, person: known.person };
    const self = clientId === this.parts.awareness.clientID;
    return { state, person: { clientId, memberId, self, presence: read.data, changedAt: this.parts.now() } };
  }
}

const same = (a: Presence, b: Presence): boolean => JSON.stringify(a) === JSON.stringify(b);
