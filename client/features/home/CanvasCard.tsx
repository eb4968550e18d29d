/** The board at a glance: what each area holds, and a few of the fears and hopes in the words of those who have them. */
import { Button } from '@mantine/core';
import { CloudLightning, Eye, HandHelping, LayoutDashboard, Lightbulb, Puzzle, Ruler, Scale, Sunrise, type LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { AreaKind } from '../../../shared/documents/canvas.ts';
import type { MemberView } from '../../../shared/members.ts';
import type { ProjectView } from '../../../shared/projects.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { firstNameOf } from '../../ui/initials.ts';
import { Loading } from '../../ui/Loading.tsx';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './home.module.css';
import { type NoteFact, useCanvasFacts } from './useCanvasFacts.ts';

const TEXTS = texts('home.canvas', {
  en: {
    title: 'What lies on the canvas', open: 'Open the canvas', empty: 'The canvas is where both sides lay down what they fear, hope, know and draw.', example: 'For example: “We will ask shop staff for yet another screen.” Paolo',
    fears: 'Fears', hopes: 'Hopes', facts: 'Facts', observations: 'Observations', needs: 'Needs', ideas: 'Ideas', solution: 'Solution', value: 'Value',
    area_one: '{{area}}, {{count}} note', area_other: '{{area}}, {{count}} notes',
  },
  it: {
    title: 'Che cosa c’è sulla tavola', open: 'Apri la tavola', empty: 'Sulla tavola le due parti posano ciò che temono, sperano, sanno e disegnano.', example: 'Per esempio: «Chiederemo ai negozi l’ennesima schermata.» Paolo',
    fears: 'Paure', hopes: 'Speranze', facts: 'Fatti', observations: 'Osservazioni', needs: 'Bisogni', ideas: 'Idee', solution: 'Soluzione', value: 'Valore',
    area_one: '{{area}}, {{count}} biglietto', area_other: '{{area}}, {{count}} biglietti',
  },
});

const ICONS: Record<AreaKind, LucideIcon> = {
  fears: CloudLightning, hopes: Sunrise, facts: Ruler, observations: Eye, needs: HandHelping, ideas: Lightbulb, solution: Puzzle, value: Scale,
};
/** What people fear and hope comes before what they know. */
const FIRST: readonly AreaKind[] = ['fears', 'hopes', 'observations', 'needs', 'ideas', 'solution', 'facts', 'value'];
const SHOWN = 6;

interface Props {
  project: ProjectView;
  room: LiveRoom;
  members: readonly MemberView[];
}

export function CanvasCard({ project, room, members }: Props) {
  const say = useText(TEXTS);
  const facts = useCanvasFacts(room, members);
  const to = `/projects/${project.id}/canvas`;
  const open = <Button component={Link} to={to} variant="default" leftSection={<LayoutDashboard size={18} strokeWidth={1.75} aria-hidden />}>{say('open')}</Button>;
  return (
    <section className={`ins-frame ${styles.card} ${styles.third}`} aria-labelledby="home-canvas">
      <div className={styles.head}>
        <h2 className={styles.heading} id="home-canvas">{say('title')}</h2>
        {facts && facts.notes.length > 0 && open}
      </div>
      {!facts && <Loading lines={3} />}
      {facts?.notes.length === 0 && <EmptyPlace action={<Button component={Link} to={to}>{say('open')}</Button>} example={say('example')}>{say('empty')}</EmptyPlace>}
      {facts && facts.notes.length > 0 && (
        <>
          <ul className={styles.areas}>
            {AreaKind.options.filter(area => facts.byArea.has(area)).map(area => <li key={area}><AreaCount area={area} count={facts.byArea.get(area) ?? 0} /></li>)}
          </ul>
          <ul className={styles.notes}>{pick(facts.notes).map(note => <li key={note.id}><NoteSlip note={note} to={to} /></li>)}</ul>
        </>
      )}
    </section>
  );
}

function AreaCount({ area, count }: { area: AreaKind; count: number }) {
  const say = useText(TEXTS);
  const Icon = ICONS[area];
  return (
    <span className={styles.area} style={{ '--area': `var(--ins-${area})`, '--area-paper': `var(--ins-${area}-paper)` } as CSSProperties}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span aria-hidden>{say(area)} <b>{count}</b></span>
      <span className="ins-hidden">{say('area', { area: say(area), count })}</span>
    </span>
  );
}

function NoteSlip({ note, to }: { note: NoteFact; to: string }) {
  const paper = note.area ?? 'facts';
  return (
    <Link to={`${to}?note=${note.id}`} className={styles.note} style={{ background: `var(--ins-${paper}-paper)` }}>
      <span>{note.words}</span>
      {note.author && <span className={styles.author}><SideGlyph side={note.author.side} />{firstNameOf(note.author.name)}</span>}
    </Link>
  );
}

/** Some notes to read, the most human areas first, one of each area before a second. */
function pick(notes: readonly NoteFact[]): readonly NoteFact[] {
  const written = notes.filter(note => note.words !== '');
  const rank = (note: NoteFact): number => {
    const inArea = written.filter(each => each.area === note.area).indexOf(note);
    return inArea * FIRST.length + (note.area ? FIRST.indexOf(note.area) : FIRST.length);
  };
  return written.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}
