/** The top bar of a project: its title, the joint value, what is saved, who is here, and the language. */
import { Link } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { Mark } from '../../ui/Mark.tsx';
import { NOUNS } from '../../ui/nouns.ts';
import { shortFirm } from '../../ui/shortFirm.ts';
import { useText } from '../../ui/text.ts';
import { Language } from '../Language.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { HeaderValue } from './HeaderValue.tsx';
import { placeOf, PLACE_WORDS } from './places.ts';
import { SavedStatus } from './SavedStatus.tsx';
import styles from './TopBar.module.css';
import { usePathWithin } from './usePathWithin.ts';

export function TopBar({ project, room, phone }: { project: ProjectView; room: LiveRoom; phone: boolean }) {
  const noun = useText(NOUNS);
  const say = useText(PLACE_WORDS);
  // On these pages the page itself says it.
  const rests = ['home', 'value'].includes(placeOf(usePathWithin(project.id)).id);
  const saved = <SavedStatus room={room} />;
  return (
    <header className={styles.bar}>
      {phone && <Link to="/" className={styles.mark} aria-label={`Insieme, ${say('projects')}`}><Mark height={24} /></Link>}
      <div className={styles.project}>
        <p className={styles.title}>{project.title}</p>
        {phone ? <div className={styles.under}>{saved}</div> : <p className={styles.under}>{noun('firms', { client: project.clientName, seller: shortFirm(project.sellerName) })}</p>}
      </div>
      {!phone && !rests && <HeaderValue project={project} room={room} />}
      {!phone && saved}
      <PeopleHere room={room} projectId={project.id} phone={phone} />
      {!phone && <Language />}
    </header>
  );
}
