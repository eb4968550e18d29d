/** Who is who in the model: authors of cells by the client ids that the server issued, and in which cell others are. */
import type { MemberView } from '../../../shared/members.ts';
import type { LiveRoom, PersonHere } from '../../collab/types.ts';
import { firstNameOf } from '../../ui/initials.ts';

export interface Someone {
  name: string;
  firstName: string;
  side: MemberView['side'];
}
/** Somebody else in a cell. */
export interface Visitor extends Someone {
  writing: boolean;
}

export class ValuePeople {
  readonly #room: LiveRoom;
  readonly #members: ReadonlyMap<string, Someone>;
  #byCell: ReadonlyMap<string, Visitor> = new Map();
  #seen: readonly PersonHere[] | undefined;

  /** `members`: present and former ones; with new names one makes a new one of these. */
  constructor(room: LiveRoom, members: readonly MemberView[]) {
    this.#room = room;
    this.#members = new Map(members.map(({ id, name, side }) => [id, { name, firstName: firstNameOf(name), side }]));
  }

  /** Who wrote under a client id; undefined while the table of seats has not come. */
  authorOf(clientId: number): Someone | undefined {
    return this.#members.get(this.#room.authorOf(clientId) ?? '');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#room.people.subscribe(listener), this.#room.seats.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };

  /** The same object while nothing changes for this cell. */
  visitorOf(key: string): Visitor | undefined {
    this.#look();
    return this.#byCell.get(key);
  }

  #look(): void {
    const people = this.#room.people.get();
    if (people === this.#seen) return;
    this.#seen = people;
    const before = this.#byCell;
    const now = new Map<string, Visitor>();
    for (const { self, memberId, presence } of people) {
      const someone = this.#members.get(memberId);
      const [cell] = presence.selected;
      if (self || !someone || presence.page !== 'value' || cell === undefined) continue;
      const visitor = { ...someone, writing: presence.writing === cell };
      const known = before.get(cell);
      now.set(cell, known && known.name === visitor.name && known.writing === visitor.writing ? known : visitor);
    }
    this.#byCell = now;
  }
}
