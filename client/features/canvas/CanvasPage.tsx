/**
 * The canvas of the room one is in: as a board, or as a list (which is where a phone begins).
 *
 * It knows areas, notes, lines and strokes. What others add to it comes through slots, so that features never
 * import each other; `client/app` fills them in:
 *
 *   <CanvasPage
 *     me={member} members={members}                       // who is looking; everybody who has or had a place here
 *     notePanel={(noteId, close) => <CommentsPanel … />}  // at the side of the board, about one note
 *     noteBadge={(noteId, open) => <CommentCount … />}    // in a note's foot; calls `open` to show the panel
 *     noteLink={link => <NoteLink … />}                   // in a note's foot, where it points at a driver or scenario
 *     areaBadge={areaId => <InProposal … />}              // beside an area's heading: the sections that stand on it
 *     noteDeed={(noteId, link) => <Menu.Item … />}        // in the menu of a single note
 *     following={memberId} onFollow={setFollowing}        // chosen in the top bar; null again when the person moves the board
 *     shownNote={noteId}                                  // from the address: brought into sight, its panel open
 *     shownArea={areaId}                                  // the same for an area
 *   />
 *
 * It fills the box it is put into and needs one with a height. The ground behind the board is the room's own: the
 * board is transparent. Opening and failing to open a room belong to whoever draws the page around this.
 */
import { useMediaQuery } from '@mantine/hooks';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { allows } from '../../../shared/access.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberView } from '../../../shared/members.ts';
import { writeDeed } from '../../../shared/rooms.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { firstNameOf } from '../../ui/initials.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Announcer } from './Announcer.tsx';
import { Asked } from './Asked.tsx';
import { Board } from './Board.tsx';
import { CanvasProvider, type OpenCanvas, type Slots, useWords } from './CanvasContext.tsx';
import { canvasParts } from './CanvasParts.ts';
import { useReadable, useRoom } from '../../collab/CollabContext.tsx';
import { ListView } from './ListView.tsx';
import './note.css';
import { Panel } from './Panel.tsx';
import { useBeingHere } from './usePresence.ts';
import type { View } from './ViewSwitch.tsx';

export interface CanvasProps extends Slots {
  me: MemberView;
  members: readonly MemberView[];
  following?: MemberId | null;
  onFollow?: (memberId: MemberId | null) => void;
  shownNote?: string | null;
  shownArea?: string | null;
}

/** The canvas of the room around it (`RoomProvider`). */
export function CanvasPage(props: CanvasProps) {
  return <CanvasOf room={useRoom()} {...props} />;
}

/** The canvas of one given room. The page around it is drawn anew with every "Saved"; the board need not be. */
export const CanvasOf = memo(function CanvasOf({ room, ...props }: CanvasProps & { room: LiveRoom }) {
  const ready = useReadable(room.ready);
  return ready ? <OpenedCanvas room={room} {...props} /> : <div className="cv-opening"><Loading lines={6} /></div>;
});

function OpenedCanvas({ room, me, members, notePanel, noteBadge, noteLink, noteDeed, areaBadge, following = null, onFollow, shownNote = null, shownArea = null }: CanvasProps & { room: LiveRoom }) {
  const parts = useMemo(() => canvasParts(room, me.id), [room, me.id]);
  const whyNot = useWhyNot(room, me);
  const canvas = useMemo((): OpenCanvas => ({ ...parts, slots: { notePanel, noteBadge, noteLink, noteDeed, areaBadge }, whyNot }), [parts, notePanel, noteBadge, noteLink, noteDeed, areaBadge, whyNot]);
  useEffect(() => parts.start(), [parts]);
  useEffect(() => parts.people.setMembers(members, firstNameOf), [parts, members]);
  const stopFollowing = useCallback(() => onFollow?.(null), [onFollow]);
  if (!useReadable(parts.started)) return null;
  return (
    <CanvasProvider value={canvas}>
      <Canvas canvas={canvas} following={following} onStopFollowing={stopFollowing} shownNote={shownNote} shownArea={shownArea} />
    </CanvasProvider>
  );
}

interface CanvasShown {
  canvas: OpenCanvas;
  following: MemberId | null;
  onStopFollowing: () => void;
  shownNote: string | null;
  shownArea: string | null;
}

function Canvas({ canvas, following, onStopFollowing, shownNote, shownArea }: CanvasShown) {
  const [view, setView] = useView();
  useBeingHere(canvas);
  return (
    <div className="cv" data-view={view} data-room={canvas.room.kind}>
      {view === 'board'
        ? <Board onList={() => setView('list')} following={following} onStopFollowing={onStopFollowing} shownNote={shownNote} shownArea={shownArea} />
        : <ListView onBoard={() => setView('board')} shownArea={shownArea} />}
      <Panel />
      <Asked />
      <Announcer />
    </div>
  );
}

/** A list on a phone, a board elsewhere, until somebody chooses. */
function useView(): [View, (view: View) => void] {
  const narrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<View | null>(null);
  return [chosen ?? (narrow ? 'list' : 'board'), setChosen];
}

/** Why the tools rest: the person's role does not write, or the line does not carry just now. */
function useWhyNot(room: LiveRoom, me: MemberView): string | null {
  const say = useWords();
  const mayWrite = useReadable(room.mayWrite);
  if (mayWrite) return null;
  return say(allows(me, writeDeed(room.kind)) ? 'readOnlyLine' : 'readOnlyRole');
}
