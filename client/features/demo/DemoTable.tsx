/** The people of the three examples, by side. Each opens on an address of their own, so that both sides sit side by side. */
import { ExternalLink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DemoSeat, DemoTable as Table } from '../../../shared/signIn.ts';
import type { Side } from '../../../shared/sides.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { texts, useLanguage, useText } from '../../ui/text.ts';
import styles from './DemoTable.module.css';
import { useSit } from './SitDown.tsx';

const TEXTS = texts('demo.table', {
  en: {
    title: 'Or take a seat as one of these people',
    words: 'Invented people, real rules: each sees only what their own side may see. Each opens in a tab of its own, so you can sit on both sides.',
    seller: 'Seller', internal: 'Seller’s team', client: 'Client', firms: '{{seller}} and {{client}}',
    host: 'Leads the relation', approver: 'Approves', 'editor-seller': 'Works on the relation', 'editor-internal': 'Works behind the scenes', 'editor-client': 'Draws the solution', commenter: 'Comments', viewer: 'Reads',
    newTab: 'opens in a new tab', openNot: 'An address like marta.localhost does not open?', here: 'Sit down in this window instead',
    advice: 'Some browsers and networks do not know such addresses. Open this page in one private window for each person, and sit down there.',
    back: 'Back to addresses of their own',
  },
  it: {
    title: 'Oppure siediti al posto di una di queste persone',
    words: 'Persone inventate, regole vere: ognuno vede solo ciò che la sua parte può vedere. Ogni persona si apre in una scheda tutta sua, così puoi sederti da entrambe le parti.',
    seller: 'Venditore', internal: 'La squadra del venditore', client: 'Cliente', firms: '{{seller}} e {{client}}',
    host: 'Conduce la relazione', approver: 'Approva', 'editor-seller': 'Lavora alla relazione', 'editor-internal': 'Lavora dietro le quinte', 'editor-client': 'Disegna la soluzione', commenter: 'Commenta', viewer: 'Legge',
    newTab: 'si apre in una nuova scheda', openNot: 'Un indirizzo come marta.localhost non si apre?', here: 'Siediti in questa finestra',
    advice: 'Alcuni browser e alcune reti non conoscono questi indirizzi. Apri questa pagina in una finestra privata per ogni persona e siediti lì.',
    back: 'Torna agli indirizzi di ciascuno',
  },
});

const SIDES: readonly Side[] = ['seller', 'internal', 'client'];

export function DemoTable({ table }: { table: Table }) {
  const say = useText(TEXTS);
  const [inThisWindow, setInThisWindow] = useState(false);
  const { mutate, error } = useSit();
  const seat = (person: DemoSeat) => (
    inThisWindow ? <button type="button" className={styles.seat} onClick={() => { mutate(person.personId); }}><Face person={person} /></button> : <OwnAddress person={person} />
  );
  return (
    <section className={styles.table} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.title}>{say('title')}</h2>
      <p className={styles.words}>{say('words')}</p>
      <Refused error={error} />
      <div className={styles.sides} aria-hidden>
        {SIDES.map(side => <span key={side} className={styles.side}><SideGlyph side={side} />{say(side)}</span>)}
      </div>
      {table.projects.map(project => <Row key={project.projectId} project={project} seat={seat} />)}
      {table.here === null && <Fallback inThisWindow={inThisWindow} change={setInThisWindow} />}
    </section>
  );
}

interface RowProps {
  project: Table['projects'][number];
  seat: (person: DemoSeat) => ReactNode;
}

function Row({ project, seat }: RowProps) {
  const say = useText(TEXTS);
  return (
    <section className={styles.project} aria-label={project.title}>
      <h3 className={styles.name}>
        {project.title}
        <span className={styles.firms}>{say('firms', { seller: project.sellerName, client: project.clientName })}</span>
      </h3>
      <div className={styles.seats}>
        {SIDES.map(side => (
          <div key={side}>
            <p className={styles.sideOnPhone}><SideGlyph side={side} />{say(side)}</p>
            <ul className={styles.list} aria-label={say(side)}>
              {project.people.filter(person => person.side === side).map(person => <li key={person.personId}>{seat(person)}</li>)}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function OwnAddress({ person }: { person: DemoSeat }) {
  const say = useText(TEXTS);
  return (
    <a href={person.url} target="_blank" rel="noreferrer" className={styles.seat}>
      <Face person={person} />
      <ExternalLink size={14} strokeWidth={1.75} aria-hidden className={styles.out} />
      <span className="ins-hidden">{say('newTab')}</span>
    </a>
  );
}

function Face({ person }: { person: DemoSeat }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  return (
    <>
      <PersonBadge name={person.name} side={person.side} size={32} />
      <span className={styles.face}>
        <span className={styles.who}>{person.name}</span>
        <span className={styles.task}>{person.job?.[language] ?? say(taskOf(person))}</span>
      </span>
    </>
  );
}

function taskOf({ role, approver, side }: DemoSeat) {
  if (approver) return 'approver';
  return role === 'editor' ? (`editor-${side}` as const) : role;
}

function Fallback({ inThisWindow, change }: { inThisWindow: boolean; change: (inThisWindow: boolean) => void }) {
  const say = useText(TEXTS);
  return (
    <details className={styles.fallback}>
      <summary>{say('openNot')}</summary>
      <p>{say('advice')}</p>
      <button type="button" className={styles.other} onClick={() => { change(!inThisWindow); }}>{say(inThisWindow ? 'back' : 'here')}</button>
    </details>
  );
}
