/** A frozen canvas as headings and lists, in the order of the eye: for screen readers, phones and printing. */
import { useMemo } from 'react';
import type { FrozenCanvas } from '../../../shared/documents/canvas.ts';
import { plainText } from '../../../shared/documents/richtext.ts';
import { type HeadingTags, RichTextView } from '../../ui/RichTextView.tsx';
import { useText } from '../../ui/text.ts';
import { byArea, coloursOf, type Frozen, paperOf } from './board.ts';
import styles from './FrozenCanvasView.module.css';
import { WORDS } from './words.ts';

const IN_LIST: HeadingTags = ['h4', 'h4', 'h5'];

export function CanvasList({ canvas }: { canvas: FrozenCanvas }) {
  const say = useText(WORDS);
  const groups = useMemo(() => byArea(canvas.elements), [canvas]);
  return (
    <>
      {groups.map(({ area, notes }) => (
        <section key={area?.id ?? 'loose'} className={styles.group} style={area ? coloursOf(area.kind) : undefined}>
          <h3>{area ? area.title || say(`area.${area.kind}`) : say('elsewhere')}</h3>
          {notes.length === 0 && <p>{say('noNotes')}</p>}
          <ul className={styles.items}>
            {notes.map(note => <li key={note.id} style={coloursOf(paperOf(note))}><RichTextView text={note.text} headings={IN_LIST} /></li>)}
          </ul>
        </section>
      ))}
      <Connections canvas={canvas} />
    </>
  );
}

function Connections({ canvas }: { canvas: FrozenCanvas }) {
  const say = useText(WORDS);
  const byId = useMemo(() => new Map<string, Frozen>(canvas.elements.map(element => [element.id, element])), [canvas]);
  const connectors = canvas.elements.filter(element => element.type === 'connector');
  if (connectors.length === 0) return null;
  const nameOf = (id: string): string => {
    const element = byId.get(id);
    if (element?.type === 'area') return element.title || say(`area.${element.kind}`);
    return (element?.type === 'note' && plainText(element.text).split('\n')[0]) || say('untitledNote');
  };
  return (
    <section className={styles.group}>
      <h3>{say('connections')}</h3>
      <ul className={styles.links}>
        {connectors.map(line => (
          <li key={line.id}>{say('leadsTo', { from: nameOf(line.from), to: nameOf(line.to) })}{line.label && ` (${line.label})`}</li>
        ))}
      </ul>
    </section>
  );
}
