/** What the board tells at a glance: notes by area, who wrote them, and a few to read. Follows the living document. */
import { useMemo, useSyncExternalStore } from 'react';
import { type AreaKind, areaOfNote, type Area, authorClientId, type Note, noteTitle, readElements } from '../../../shared/documents/canvas.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { Side } from '../../../shared/sides.ts';
import type { LiveRoom, Readable } from '../../collab/types.ts';

export interface NoteFact {
  id: string;
  words: string;
  area: AreaKind | undefined;
  author: MemberView | undefined;
}

export interface CanvasFacts {
  notes: readonly NoteFact[];
  byArea: ReadonlyMap<AreaKind, number>;
  bySide: ReadonlyMap<Side, number>;
}

const WORDS = 140;
/** A burst of typing is looked at once. */
const QUIET_MS = 400;

/** Undefined until the room has something truthful to show. */
export function useCanvasFacts(room: LiveRoom, members: readonly MemberView[]): CanvasFacts | undefined {
  const ready = useSyncExternalStore(room.ready.subscribe, room.ready.get);
  const changes = useMemo(() => changesOf(room), [room]);
  const change = useSyncExternalStore(changes.subscribe, changes.get);
  return useMemo(() => {
    void change; // each change is a reason to read again
    return ready ? readFacts(room, members) : undefined;
  }, [ready, room, members, change]);
}

export function readFacts(room: Pick<LiveRoom, 'doc' | 'authorOf'>, members: readonly MemberView[]): CanvasFacts {
  const elements = readElements(room.doc);
  const areas = elements.filter((each): each is Area => each.type === 'area');
  const notes = elements.filter((each): each is Note => each.type === 'note').map(note => ({
    id: note.id,
    words: noteTitle(room.doc, note.id, WORDS),
    area: areaOfNote(areas, note)?.kind,
    author: authorOf(room, note.id, members),
  }));
  return {
    notes,
    byArea: countBy(notes, note => note.area),
    bySide: countBy(notes, note => note.author?.side),
  };
}

function authorOf(room: Pick<LiveRoom, 'doc' | 'authorOf'>, id: string, members: readonly MemberView[]): MemberView | undefined {
  const clientId = authorClientId(room.doc, id);
  const memberId = clientId === undefined ? undefined : room.authorOf(clientId);
  return members.find(member => member.id === memberId);
}

function countBy<T, K>(all: readonly T[], keyOf: (each: T) => K | undefined): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Grows with each quiet moment after a change of the document or of the table of authors. */
function changesOf(room: LiveRoom): Readable<number> {
  let count = 0;
  return {
    get: () => count,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const later = (): void => {
        timer ??= setTimeout(() => {
          timer = undefined;
          count += 1;
          listener();
        }, QUIET_MS);
      };
      room.doc.on('update', later);
      const stopSeats = room.seats.subscribe(later);
      return () => {
        clearTimeout(timer);
        room.doc.off('update', later);
        stopSeats();
      };
    },
  };
}
