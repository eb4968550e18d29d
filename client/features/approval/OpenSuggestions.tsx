/** Before a text is frozen: which suggestions in it nobody has answered, by whom, and the way to them. */
import { Button } from '@mantine/core';
import { MessageSquareDiff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { openSuggestions, type OpenSuggestion } from '../../../shared/documents/suggestions.ts';
import { proposalRoot } from '../../../shared/documents/roots.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useRoomOrNone } from '../../collab/CollabContext.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './Desk.module.css';
import { SUGGESTION_WORDS } from './suggestionWords.ts';
import type { Names } from './useNames.ts';

/** Long enough that somebody's typing costs a few reads a second. */
const BEHIND_MS = 300;

/** Those in the living text of the room around this; none where no document is open. */
export function useOpenSuggestions(): readonly OpenSuggestion[] {
  const room = useRoomOrNone();
  const [open, setOpen] = useState<readonly OpenSuggestion[]>([]);
  useEffect(() => {
    if (!room) return undefined;
    const fragment = proposalRoot(room.doc);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      setOpen(openSuggestions(fragment));
    };
    const later = (): void => {
      timer ??= setTimeout(read, BEHIND_MS);
    };
    read();
    fragment.observeDeep(later);
    return () => {
      clearTimeout(timer);
      fragment.unobserveDeep(later);
    };
  }, [room]);
  return open;
}

export function OpenSuggestions({ project, open, names }: { project: ProjectView; open: readonly OpenSuggestion[]; names: Names }) {
  const say = useText(SUGGESTION_WORDS);
  const format = useFormat();
  if (open.length === 0) return null;
  const authors = [...new Set(open.map(({ by }) => by))];
  const named = authors.map(id => `${names.person(id) ? firstNameOf(names.full(id)) : say('somebody')} (${open.filter(({ by }) => by === id).length})`);
  const way = <Button component={Link} to={`/projects/${project.id}/proposal`} size="xs" variant="default">{say('goTo', { count: open.length })}</Button>;
  return (
    <div className={styles.before}>
      <Notice tone="attention" icon={MessageSquareDiff} title={say('open', { count: open.length })} action={way}>
        {say('by', { names: format.list(named) })}
      </Notice>
    </div>
  );
}
