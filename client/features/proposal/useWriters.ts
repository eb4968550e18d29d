/** Who writes here just now: names by the client ids that the server issued, places by what their pages say. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RichText } from '../../../shared/documents/richtext.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import type { MemberView } from '../../../shared/members.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { caretOf, type Writer, type WriterOf } from '../../collab/carets.ts';
import { CARET_FIELD } from './caretField.ts';
import { sectionAt } from './sections.ts';


export interface Writers {
  /** By first name, for the flags of carets. */
  writerOf: WriterOf;
  /** By full name, for the outline; -1 holds those before the first section. */
  bySection: ReadonlyMap<number, readonly Writer[]>;
}

/** `text`: presence may arrive before the words it points into; with them, everybody is looked for again. */
export function useWriters(room: LiveRoom, members: readonly MemberView[], text: RichText): Writers {
  const known = useMemo(() => new Map(members.map(member => [member.id, member])), [members]);
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  }, [known]);
  // Kept the same for the life of the editor, which asks it at each drawing.
  const writerOf = useCallback<WriterOf>(
    clientId => {
      const author = room.authorOf(clientId);
      const member = author && latest.current.get(author);
      return member && { name: firstNameOf(member.name), side: member.side };
    },
    [room],
  );
  return { writerOf, bySection: useBySection(room, known, text) };
}

function useBySection(room: LiveRoom, known: ReadonlyMap<string, MemberView>, text: RichText): Writers['bySection'] {
  const people = useReadable(room.people);
  const seats = useReadable(room.seats);
  const moves = useCaretMoves(room);
  return useMemo(() => {
    void seats;
    void moves;
    void text;
    return placeWriters(room, known, people.filter(person => !person.self).map(person => person.clientId));
  }, [room, known, people, seats, moves, text]);
}

function placeWriters(room: LiveRoom, known: ReadonlyMap<string, MemberView>, clientIds: readonly number[]): Writers['bySection'] {
  const places = new Map<number, Writer[]>();
  for (const clientId of clientIds) {
    const member = known.get(room.authorOf(clientId) ?? '');
    const nth = sectionAt(proposalRoot(room.doc), caretOf(room.awareness, clientId, CARET_FIELD)?.head);
    if (!member || nth === undefined) continue;
    const here = places.get(nth) ?? [];
    if (!here.some(writer => writer.name === member.name)) places.set(nth, [...here, { name: member.name, side: member.side }]);
  }
  return places;
}

/** Carets move with every key; the outline follows a few times a second. */
const BEHIND_MS = 200;

function useCaretMoves(room: LiveRoom): number {
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setMoves(count => count + 1);
      }, BEHIND_MS);
    };
    room.awareness.on('change', moved);
    return () => {
      clearTimeout(timer);
      room.awareness.off('change', moved);
    };
  }, [room]);
  return moves;
}
