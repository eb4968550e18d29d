/** The shell of a project: rail, top bar and the page between them; on a phone a bar under the thumb instead of the rail. */
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { ProjectView } from '../../../shared/projects.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { SkipLink } from '../SkipLink.tsx';
import { BottomBar } from './BottomBar.tsx';
import { placeOf } from './places.ts';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { usePathWithin } from './usePathWithin.ts';

const AT_ONCE = { getInitialValueInEffect: false };

interface Props {
  project: ProjectView;
  room: LiveRoom;
  children: ReactNode;
}

export function Shell({ project, room, children }: Props) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, AT_ONCE);
  const narrow = useMediaQuery('(max-width: 79.99em)', false, AT_ONCE);
  const place = placeOf(usePathWithin(project.id));
  return (
    <div className={styles.shell} data-phone={phone || undefined}>
      <SkipLink />
      {!phone && <Rail project={project} folded={narrow || place.wide} />}
      <div className={styles.column}>
        <TopBar project={project} room={room} phone={phone} />
        <main id="main" tabIndex={-1} className={`${styles.main} ${place.wide ? styles.filled : ''}`}>{children}</main>
      </div>
      {phone && <BottomBar project={project} />}
    </div>
  );
}
