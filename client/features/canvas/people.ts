/** Who is who on this canvas: members by id, authors of elements, and where everybody is right now. */
import { authorClientId } from '../../../shared/documents/canvas.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { Writer } from '../../collab/carets.ts';
import type { LiveRoom, PersonHere } from '../../collab/types.ts';
import { Value } from '../../collab/value.ts';

/** A person as the canvas draws them. */
export interface Someone {
  memberId: MemberId;
  firstName: string;
  side: MemberView['side'];
}

/** What others do with one element. */
export interface Attention {
  selectedBy: readonly Someone[];
  writing: Someone | undefined;
}

const NONE: Attention = { selectedBy: [], writing: undefined };

export class People {
  readonly #room: LiveRoom;
  readonly #me: MemberId;
  #members: ReadonlyMap<string, Someone> = new Map();
  #attention: ReadonlyMap<string, Attention> = new Map();
  #seen: readonly PersonHere[] | undefined;
  /** Grows whenever names or the holders of client ids change. */
  readonly names = new Value(0);
  readonly #listeners = new Set<() => void>();

  constructor(room: LiveRoom, me: MemberId) {
    this.#room = room;
    this.#me = me;
  }

  /** Renews the names; elements and cursors are drawn again. */
  setMembers(members: readonly MemberView[], firstNameOf: (name: string) => string): void {
    this.#members = new Map(members.map(({ id, name, side }) => [id, { memberId: id, firstName: firstNameOf(name), side }]));
    this.#seen = undefined;
    this.#rename();
    this.#tell();
  }

  start(): () => void {
    const stops = [this.#room.people.subscribe(this.#tell), this.#room.seats.subscribe(this.#rename)];
    return () => stops.forEach(stop => stop());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  someone(memberId: MemberId | undefined): Someone | undefined {
    return memberId && this.#members.get(memberId);
  }

  /** Who put an element on the board: read from the document's own items, which nobody can forge (Sync 14). */
  authorOf(id: string): Someone | undefined {
    const clientId = authorClientId(this.#room.doc, id);
    return clientId === undefined ? undefined : this.someone(this.#room.authorOf(clientId));
  }

  /** Who writes under a client id, for the carets in a note; undefined for one's own. */
  writerOf(clientId: number): Writer | undefined {
    const someone = this.someone(this.#room.authorOf(clientId));
    return someone && { name: someone.firstName, side: someone.side };
  }

  /** Everybody else whose window shows the canvas. */
  others(): PersonHere[] {
    return this.#room.people.get().filter(person => !person.self && person.memberId !== this.#me && person.presence.page === 'canvas');
  }

  /** What somebody's window shows of the board; the same object while it does not move. */
  viewOf(memberId: MemberId): PersonHere['presence']['view'] {
    return this.others().find(person => person.memberId === memberId && person.presence.view)?.presence.view ?? null;
  }

  /** What others do with an element; the same object until that changes. */
  attentionTo(id: string): Attention {
    this.#look();
    return this.#attention.get(id) ?? NONE;
  }

  #look(): void {
    const people = this.#room.people.get();
    if (people === this.#seen) return;
    this.#seen = people;
    const now = attentionOf(this.others(), person => this.someone(person.memberId));
    this.#attention = new Map([...now].map(([id, attention]) => [id, sameAs(this.#attention.get(id), attention)]));
  }

  readonly #rename = (): void => this.names.set(this.names.get() + 1);

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };
}

function attentionOf(others: readonly PersonHere[], nameOf: (person: PersonHere) => Someone | undefined): Map<string, Attention> {
  const now = new Map<string, { selectedBy: Someone[]; writing: Someone | undefined }>();
  const at = (id: string) => {
    const known = now.get(id) ?? { selectedBy: [], writing: undefined };
    now.set(id, known);
    return known;
  };
  for (const person of others) {
    const someone = nameOf(person);
    if (!someone) continue;
    for (const id of person.presence.selected) at(id).selectedBy.push(someone);
    if (person.presence.writing) at(person.presence.writing).writing = someone;
  }
  return now;
}

/** Keeps the object that is on screen when nothing in it changed, so that React draws nothing again. */
function sameAs(before: Attention | undefined, now: Attention): Attention {
  const same =
    before !== undefined &&
    before.writing === now.writing &&
    before.selectedBy.length === now.selectedBy.length &&
    before.selectedBy.every((someone, nth) => someone === now.selectedBy[nth]);
  return same ? before : now;
}
