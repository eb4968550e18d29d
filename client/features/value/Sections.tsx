/** The sections of the value page, as a row of links below the scenarios. */
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { texts, useText } from '../../ui/text.ts';
import { SECTIONS } from './sections.ts';
import styles from './Sections.module.css';
import { useTable } from './ValueContext.tsx';

const TEXTS = texts('value.sections', {
  en: { label: 'Sections of the value page', model: 'The model', compare: 'Compare', risk: 'What could happen', options: 'Options and financing', promise: 'Promise and reality', doubts: 'Doubts' },
  it: { label: 'Parti della pagina del valore', model: 'Il modello', compare: 'Confronta', risk: 'Che cosa può succedere', options: 'Opzioni e finanziamento', promise: 'Promessa e realtà', doubts: 'Dubbi' },
});

export function Sections() {
  const say = useText(TEXTS);
  const { project } = useTable();
  const { pathname, search } = useLocation();
  const bar = useRef<HTMLElement>(null);
  // On a phone the row scrolls: the section one is in stays in sight.
  useEffect(() => {
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.bar} aria-label={say('label')}>
      {SECTIONS.map(({ id, path }) => (
        <NavLink key={id} end={path === ''} to={{ pathname: `/projects/${project.id}/value${path ? `/${path}` : ''}`, search }} className={({ isActive }) => `${styles.link} ${isActive ? styles.here : ''}`}>
          {say(id)}
        </NavLink>
      ))}
    </nav>
  );
}
