/** A project with its lines open: news and the shared room, kept over all its pages. Leaving them is what closes them. */
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { Me } from '../../../shared/people.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMe } from '../../api/me.ts';
import { NewsProvider, useNews } from '../../api/NewsContext.tsx';
import { RoomProvider, useRoom } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { SalvageNotice } from '../../features/salvage/SalvageNotice.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { keepShell } from '../offlineShell.ts';
import { NotFound } from '../NotFound.tsx';
import { EndedNotice, PlaceEnded, useEndReason } from './Ended.tsx';
import { PagesOfProject } from './PagesOfProject.tsx';
import { placeOf } from './places.ts';
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx';
import { Shell } from './Shell.tsx';
import { usePathWithin } from './usePathWithin.ts';

export function ProjectTable({ project }: { project: ProjectView }) {
  const me = useMe();
  useEffect(keepShell, []);
  if (!me) return null;
  return (
    <NewsProvider projectId={project.id}>
      <RoomProvider personId={me.id} projectId={project.id} kind="shared">
        <LaidTable project={project} me={me} />
      </RoomProvider>
    </NewsProvider>
  );
}

function LaidTable({ project, me }: { project: ProjectView; me: Me }) {
  const room = useRoom();
  const reason = useEndReason(room);
  const ended = useEndedPlace(project);
  usePresentPage(room, project);
  if (ended || reason === 'accessEnded') return <PlaceEnded />;
  if (reason === 'noSuchRoom') return <NotFound />;
  return (
    <Shell project={project} room={room}>
      <EndedNotice room={room} />
      <ReadOnlyNotice room={room} />
      <SalvageNotice room={room} personId={me.id} />
      <PageBoundary><PagesOfProject project={project} /></PageBoundary>
    </Shell>
  );
}

/** A page that stumbles leaves the bars standing; another page is another try. */
function PageBoundary({ children }: { children: ReactNode }) {
  return <ErrorBoundary inside key={useLocation().pathname}>{children}</ErrorBoundary>;
}

/** The server tells the person concerned at once; their pages then show nothing of the project any more. */
function useEndedPlace(project: ProjectView): boolean {
  const [ended, setEnded] = useState(false);
  useNews('member:ended', news => {
    if (news.projectId === project.id) setEnded(true);
  });
  return ended;
}

/** Others see on which page somebody is. */
function usePresentPage(room: LiveRoom, project: ProjectView): void {
  const { id } = placeOf(usePathWithin(project.id));
  useEffect(() => {
    room.setPresence(id === 'canvas' ? { page: id } : { page: id, pointer: null, selected: [], writing: null, view: null });
  }, [room, id]);
}
