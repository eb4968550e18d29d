/** The people who can be mentioned at this place, to choose from by mouse or keys. */
import type { MemberView } from '../../../shared/members.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import styles from './comments.module.css';

interface Props {
  id: string;
  people: readonly MemberView[];
  active: number;
  onPick: (person: MemberView) => void;
  label: string;
}

export function MentionList({ id, people, active, onPick, label }: Props) {
  return (
    <ul id={id} role="listbox" aria-label={label} className={styles.mentions}>
      {people.map((person, index) => (
        <li
          key={person.id} id={`${id}-${index}`} role="option" aria-selected={index === active}
          className={`${styles.mention} ${index === active ? styles.mentionActive : ''}`}
          // Pressed, not clicked: the field keeps its caret.
          onMouseDown={event => { event.preventDefault(); onPick(person); }}
        >
          <PersonBadge name={person.name} side={person.side} size={20} />
          {person.name}
        </li>
      ))}
    </ul>
  );
}
