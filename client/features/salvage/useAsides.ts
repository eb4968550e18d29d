/** The words of this room that this device set aside and the project still lacks. Looked for once the room is in step with the server. */
import { useCallback, useEffect, useState } from 'react';
import type { PersonId } from '../../../shared/ids.ts';
import { roomIdOf } from '../../../shared/rooms.ts';
import { type KeptAside, keptAsides, settleAside } from '../../collab/asides.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { type Unsent, unsentIn } from './unsent.ts';

/** One copy, with what is still open in it. */
export interface OpenAside {
  aside: KeptAside;
  unsent: Unsent[];
}

export interface Asides {
  open: readonly OpenAside[];
  /** Dealt with: put back, or thrown away. */
  settle(of: OpenAside, done: readonly Unsent[]): void;
}

const NONE: readonly OpenAside[] = [];

export function useAsides(room: LiveRoom, personId: PersonId): Asides {
  const [open, setOpen] = useState(NONE);
  const inStep = useReadable(room.status).kind === 'saved';
  const [looked, setLooked] = useState<LiveRoom>();
  useEffect(() => {
    if (!inStep || looked === room) return;
    let gone = false;
    void find(room, personId).then(found => {
      if (gone) return;
      setOpen(found);
      setLooked(room);
    });
    return () => { gone = true; };
  }, [inStep, looked, room, personId]);
  const settle = useCallback((of: OpenAside, done: readonly Unsent[]) => {
    const left = of.unsent.filter(each => !done.includes(each));
    const settled = [...(of.aside.settled ?? []), ...done.map(each => each.key)];
    setOpen(all => all.flatMap(each => (each.aside.id !== of.aside.id ? [each] : left.length > 0 ? [{ aside: { ...of.aside, settled }, unsent: left }] : [])));
    void settleAside(of.aside, settled, left.length === 0);
  }, []);
  return { open, settle };
}

/** A copy without words that the project lacks has nothing to show to anybody: it is let go. */
async function find(room: LiveRoom, personId: PersonId): Promise<OpenAside[]> {
  const found = await keptAsides(personId, roomIdOf(room.projectId, room.kind));
  const me = room.people.get().find(person => person.self)?.memberId;
  const isOthers = (clientId: number): boolean => ![undefined, me].includes(room.authorOf(clientId));
  const all = found.map(aside => ({ aside, unsent: unsentIn(aside.update, room.doc, isOthers).filter(each => !aside.settled?.includes(each.key)) }));
  for (const { aside } of all.filter(({ unsent }) => unsent.length === 0)) await settleAside(aside, [], true);
  return all.filter(({ unsent }) => unsent.length > 0);
}
