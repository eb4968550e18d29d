/** The canvas, with the threads and the figures of its notes put in, and whom or what the address asks to see. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { ElementId, MemberId } from '../../../shared/ids.ts';
import { noteTitle } from '../../../shared/documents/canvas.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import { useMembers } from '../../api/members.ts';
import { useRoom } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { CanvasOf } from '../../features/canvas/CanvasPage.tsx';
import { CommentBadge } from '../../features/comments/CommentBadge.tsx';
import { useThreads } from '../../features/comments/useComments.ts';
import { useInProposal } from '../../features/proposal/areas/InProposal.tsx';
import { NoteDeed } from '../../features/value/notes/NoteDeed.tsx';
import { NoteLink } from '../../features/value/notes/NoteLink.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { useText } from '../../ui/text.ts';
import { Changed } from './Changed.tsx';
import { PLACE_WORDS } from './places.ts';
import { Talk } from './Talk.tsx';

export function CanvasPlace({ project }: { project: ProjectView }) {
  const say = useText(PLACE_WORDS);
  const members = useMembers(project.id);
  const me = members.find(member => member.id === project.me.memberId);
  const room = useRoom();
  const notePanel = useNotePanel(project, room);
  const noteBadge = useNoteBadge(project);
  const { noteLink, noteDeed } = useFiguresOfNotes(project, room);
  const areaBadge = useInProposal(project, room.doc);
  const { following, follow, shownNote, shownArea } = useAsked();
  return (
    <>
      <PageTitle hidden within={project.title}>{say('canvas')}</PageTitle>
      {me
        ? <CanvasOf room={room} me={me} members={members} notePanel={notePanel} noteBadge={noteBadge} noteLink={noteLink} noteDeed={noteDeed} areaBadge={areaBadge} following={following} onFollow={follow} shownNote={shownNote} shownArea={shownArea} />
        : <Page><Loading /></Page>}
      <Changed project={project} over />
    </>
  );
}

function useNotePanel(project: ProjectView, room: LiveRoom) {
  return useCallback(
    (noteId: string, close: () => void) => {
      const id = ElementId.safeParse(noteId);
      return id.success && <Talk key={noteId} project={project} anchor={{ on: 'note', noteId: id.data }} heading={noteTitle(room.doc, noteId)} onClose={close} />;
    },
    [project, room],
  );
}

function useNoteBadge(project: ProjectView) {
  const threads = useThreads(project.id, project.me.memberId).data;
  return useCallback(
    (noteId: string, open: () => void) => <CommentBadge thread={threads?.find(thread => thread.key === `note:${noteId}`)} onOpen={open} />,
    [threads],
  );
}

/** Notes and drivers point at each other. */
function useFiguresOfNotes(project: ProjectView, room: LiveRoom) {
  const noteLink = useCallback((link: string) => <NoteLink project={project} room={room} link={link} />, [project, room]);
  const noteDeed = useCallback((noteId: string, link: string | undefined) => <NoteDeed project={project} room={room} noteId={noteId} link={link} />, [project, room]);
  return { noteLink, noteDeed };
}

/** `?follow=<member>`, `?note=<element>` and `?area=<element>`, so that the top bar, the home page and letters can lead here. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const following = MemberId.safeParse(params.get('follow')).data ?? null;
  const follow = useCallback(
    (memberId: MemberId | null) => { setParams(memberId ? { follow: memberId } : {}, { replace: true }); },
    [setParams],
  );
  return { following, follow, shownNote: params.get('note'), shownArea: params.get('area') };
}
