/** Puts the question that was asked (`passing.asking`) and does what was answered. */
import type { ReactNode } from 'react';
import { byArea } from '../../../shared/documents/canvas.ts';
import { AreaHeading } from './AreaHeading.tsx';
import { type OpenCanvas, useCanvas, useWords, type CanvasSay } from './CanvasContext.tsx';
import type { Asking } from './CanvasParts.ts';
import { useReadable } from '../../collab/CollabContext.tsx';
import { paperOf } from './kinds.ts';
import { areaTitle, noteWords } from './naming.ts';
import { type Choice, PickDialog } from './PickDialog.tsx';

export function Asked() {
  const canvas = useCanvas();
  const say = useWords();
  const asking = useReadable(canvas.passing.asking);
  if (!asking) return null;
  const close = (): void => canvas.passing.asking.set(null);
  const pick = (id: string): void => {
    close();
    answer(canvas, asking, id);
  };
  switch (asking.kind) {
    case 'moveToArea':
      return <PickDialog question={say('moveWhere')} none={say('noOtherArea')} choices={areaChoices(canvas, say)} onPick={pick} onClose={close} />;
    case 'noteIn':
      return <PickDialog question={say('noteIn')} none={say('noOtherArea')} choices={areaChoices(canvas, say)} onPick={pick} onClose={close} />;
    case 'connectTo':
      return (
        <PickDialog
          question={say('connectWhere')} none={say('noOtherNote')} onPick={pick} onClose={close}
          choices={[...noteChoices(canvas, say), ...areaChoices(canvas, say)].filter(choice => choice.id !== asking.from)}
        />
      );
  }
}

function answer({ desk, passing }: OpenCanvas, asking: Asking, id: string): void {
  if (asking.kind === 'moveToArea') desk.moveToArea(asking.ids, id);
  if (asking.kind === 'connectTo') desk.connect(asking.from, id);
  if (asking.kind === 'noteIn') passing.editing.set(desk.addNoteIn(id) ?? null);
}

function areaChoices({ store }: OpenCanvas, say: CanvasSay): Choice[] {
  return byArea(store.elements()).areas.map(({ area, notes }) => ({
    id: area.id, words: areaTitle(say, area), shown: <AreaHeading area={area} count={notes.length} />,
  }));
}

function noteChoices({ store }: OpenCanvas, say: CanvasSay): Choice[] {
  const { areas, loose } = byArea(store.elements());
  return [...areas.flatMap(({ notes }) => notes), ...loose].map(note => {
    const words = noteWords(say, store, note.id, 90);
    const shown: ReactNode = <><span className="cv-paper-dot" data-paper={paperOf(note)} /><span>{words}</span></>;
    return { id: note.id, words, shown };
  });
}
