/** In the foot of a note on the canvas: the driver or scenario it belongs to, as a way there. */
import { Link2 } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectView } from '../../../../shared/projects.ts';
import { kindOfRow } from '../../../../shared/value/keys.ts';
import type { LiveRoom } from '../../../collab/types.ts';
import { texts, useText } from '../../../ui/text.ts';
import { useModelOf } from '../together/useOnTable.ts';
import styles from './notes.module.css';

const TEXTS = texts('value.noteLink', { en: { to: 'To {{name}} in the figures' }, it: { to: 'A {{name}} nelle cifre' } });

export function NoteLink({ project, room, link }: { project: ProjectView; room: LiveRoom; link: string }) {
  const say = useText(TEXTS);
  const { model } = useModelOf(room);
  const driver = model.drivers.find(({ id }) => id === link);
  const scenario = model.scenarios.find(({ id }) => id === link);
  const found = driver ?? scenario;
  if (!found) return null;
  const asked = kindOfRow(link) === 'drv' ? 'driver' : 'scenario';
  return (
    <Link to={`/projects/${project.id}/value?${asked}=${link}`} className={`${styles.link} nodrag`} aria-label={say('to', { name: found.code })}>
      <Link2 size={14} strokeWidth={2} aria-hidden />{found.code}
    </Link>
  );
}
