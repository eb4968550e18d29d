/** The sheet on which the proposal is written: formatting bar above, everybody's text, carets and links in it. */
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { type MouseEvent, type ReactNode, type Ref, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type * as Y from 'yjs';
import type { Asked } from '../../../shared/documents/shown.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom, SaveStatus } from '../../collab/types.ts';
import { useSpeaking } from '../../ui/FigureContext.tsx';
import { useText, words } from '../../ui/text.ts';
import { toast } from '../../ui/undoToast.tsx';
import type { WriterOf } from '../../collab/carets.ts';
import { sayShown } from './figureViews.tsx';
import { linkItems, noteItems } from './areas/areaItems.ts';
import type { CanvasAreas } from './areas/CanvasAreas.ts';
import { SectionChips } from './areas/SectionChips.tsx';
import { SectionLinks } from './areas/SectionLinks.ts';
import { AREA_WORDS } from './areas/words.ts';
import { LinkEditor } from './LinkEditor.tsx';
import type { LiveFigures } from './LiveFigures.ts';
import styles from './ProposalPage.module.css';
import { slashItems, withAreas } from './slashItems.ts';
import { SlashList } from './SlashList.tsx';
import { SlashMenu } from './SlashMenu.ts';
import { SuggestLine, SuggestSwitch } from './suggestions/SuggestTools.tsx';
import { useShared } from './suggestions/SuggestionsContext.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useWriting } from './useWriting.ts';
import { WORDS } from './words.ts';
import '../../ui/proposalText.css';
import './suggestions/suggested.css';
import './writing.css';

interface Props {
  room: LiveRoom;
  writerOf: WriterOf;
  figures: LiveFigures;
  areas: CanvasAreas;
  onSuggestions: () => void;
  menu: ReactNode;
  children: ReactNode;
  ref: Ref<HTMLDivElement>;
}

/** Asked by the editor whenever it draws, so that a change of language shows at once. */
const placeholder = (isEmpty: boolean): string => words.getFixedT(words.language, WORDS.namespace)(isEmpty ? 'placeholder' : 'emptyLine');

export function WritingSheet({ room, writerOf, figures, areas, onSuggestions, menu, children, ref }: Props) {
  const say = useText(WORDS);
  const mayWrite = useReadable(room.mayWrite);
  const [asking, setAsking] = useState(false);
  const ask = useRef(() => { setAsking(true); });
  const onLink = useCallback(() => { ask.current(); }, []);
  const slash = useMemo(() => new SlashMenu(), []);
  const { suggestions } = useShared();
  const links = useMemo(() => new SectionLinks(), []);
  const editor = useWriting({ room, writerOf, mayWrite, label: say('text'), placeholder, onLink, menu: slash, suggestions, links, ...useOffers(room.doc, figures, areas) });
  useEffect(() => {
    // Born with its name; only a change of language comes later, and without a view there is nothing to name.
    if (editor.isInitialized) editor.view.dom.setAttribute('aria-label', say('text'));
  }, [editor, say]);
  return (
    <>
      <div className={styles.bars}>
        <div className={styles.menu}>{menu}</div>
        {mayWrite ? <Toolbar editor={editor} areas={areas} onLink={onLink} onInsert={() => { slash.openAt(editor); }}><SuggestSwitch /></Toolbar> : <Paused room={room} />}
        <SuggestLine onList={onSuggestions} reading={!mayWrite} />
      </div>
      {/* The keyboard reaches the text itself; the margin only helps the mouse. */}
      <div className={styles.sheet} ref={ref} role="presentation" onMouseDown={event => { writeAtTheEnd(event, editor); }}>
        {children}
        <div className={styles.writing}>
          <EditorContent editor={editor} />
          <SectionChips links={links} />
          {mayWrite && <SlashList editor={editor} menu={slash} />}
          {mayWrite && <LinkEditor editor={editor} asking={asking} onAsk={onLink} onDone={() => { setAsking(false); }} />}
        </div>
      </div>
    </>
  );
}

/** Asked by the editor whenever it needs them, so they stay the same functions through every change of language. */
function useOffers(doc: Y.Doc, figures: LiveFigures, areas: CanvasAreas) {
  const speaking = useSpeaking();
  const [say, sayAreas] = [useText(WORDS), useText(AREA_WORDS)];
  const latest = useRef({ doc, figures, areas, speaking, say, sayAreas });
  useEffect(() => {
    latest.current = { doc, figures, areas, speaking, say, sayAreas };
  });
  return useMemo(() => ({
    onTooLong: () => { toast(latest.current.say('tooLong')); },
    itemsOf: (editor: Editor) => {
      const now = latest.current;
      const offer = { say: now.sayAreas, language: now.speaking.language, doc: now.doc, areas: now.areas.get() };
      return withAreas(slashItems(now.say, now.speaking, now.figures.model, now.figures.shown), noteItems(editor, offer), linkItems(editor, offer));
    },
    sayFigure: (asked: Asked) => sayShown(latest.current.speaking, asked, latest.current.figures.shown(asked)),
  }), []);
}

/** A click below the last line goes on writing there, on a line of its own when a table or a rule comes last. */
function writeAtTheEnd(event: MouseEvent<HTMLElement>, editor: Editor): void {
  if (!editor.isInitialized || !editor.isEditable || event.target !== event.currentTarget) return;
  if (event.clientY < editor.view.dom.getBoundingClientRect().bottom) return;
  event.preventDefault();
  const last = editor.state.doc.lastChild;
  if (last && !last.isTextblock) editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph' });
  editor.commands.focus('end');
}

function Paused({ room }: { room: LiveRoom }) {
  const say = useText(WORDS);
  const status = useReadable(room.status);
  return <p className={styles.note} role="status">{say('paused', { why: say(reasonFor(status)) })}</p>;
}

function reasonFor(status: SaveStatus): 'pausedOpening' | 'pausedEnded' | 'pausedOffline' {
  if (status.kind === 'ended') return 'pausedEnded';
  return status.kind === 'offline' || status.kind === 'reconnecting' ? 'pausedOffline' : 'pausedOpening';
}
