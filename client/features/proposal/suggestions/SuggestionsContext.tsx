/** Hands the suggestions of a proposal to whatever shows or makes them: the editor, the bar, the cards. */
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { MemberView } from '../../../../shared/members.ts';
import type { ProjectView } from '../../../../shared/projects.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { makeSuggestionId } from './makeSuggestionId.ts';
import { type Seen, Suggestions } from './Suggestions.ts';

interface Shared {
  suggestions: Suggestions;
  project: ProjectView;
  members: readonly MemberView[];
  room: LiveRoom;
}

const SharedContext = createContext<Shared | undefined>(undefined);

export function WithSuggestions({ project, members, room, children }: Omit<Shared, 'suggestions'> & { children: ReactNode }) {
  const { id } = project;
  const { memberId, side, role, approver } = project.me;
  const suggestions = useMemo(
    () => new Suggestions({ doc: room.doc, me: { memberId, side, role, approver }, now: Date.now, makeId: makeSuggestionId, kept: keptFor(`insieme.suggests.${id}.${memberId}`) }),
    [room.doc, id, memberId, side, role, approver],
  );
  const shared = useMemo(() => ({ suggestions, project, members, room }), [suggestions, project, members, room]);
  return <SharedContext value={shared}>{children}</SharedContext>;
}

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('There are no suggestions around this component.');
  return shared;
}

export function useSeen(): Seen {
  const { suggestions } = useShared();
  return useSyncExternalStore(suggestions.subscribe, suggestions.get);
}

/** A device that keeps nothing begins with writing directly. */
function keptFor(key: string) {
  return {
    get: () => attempt(() => localStorage.getItem(key) === 'on') ?? false,
    set: (isOn: boolean) => { attempt(() => { if (isOn) localStorage.setItem(key, 'on'); else localStorage.removeItem(key); }); },
  };
}

/** Some private windows refuse their storage. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}
