/** On a phone: the places of a project under the thumb; what does not fit lies behind "More". */
import { Drawer } from '@mantine/core';
import { FolderOpen, LogOut, Menu, Settings2, Users } from 'lucide-react';
import { useState } from 'react';
import { Link, NavLink } from 'react-router';
import type { ProjectView } from '../../../shared/projects.ts';
import { texts, useText } from '../../ui/text.ts';
import { Language } from '../Language.tsx';
import { useLeave } from '../useLeave.ts';
import styles from './BottomBar.module.css';
import { PLACE_WORDS, PLACES } from './places.ts';
import { useWaiting } from './useWaiting.ts';

const TEXTS = texts('app.more', {
  en: { title: 'More', close: 'Close', settings: 'My settings', out: 'Sign out' },
  it: { title: 'Altro', close: 'Chiudi', settings: 'Le mie impostazioni', out: 'Esci' },
});

export function BottomBar({ project }: { project: ProjectView }) {
  const say = useText(PLACE_WORDS);
  const waiting = useWaiting(project);
  const [more, setMore] = useState(false);
  return (
    <nav className={styles.bar} aria-label={say('nav')}>
      {PLACES.map(({ id, path, icon: Icon }) => (
        <NavLink key={id} to={`/projects/${project.id}${path ? `/${path}` : ''}`} end={path === ''} className={({ isActive }) => `${styles.entry} ${isActive ? styles.here : ''}`} aria-label={waiting.has(id) ? say('waits', { place: say(id) }) : say(id)}>
          <span className={styles.icon}><Icon size={20} strokeWidth={1.75} aria-hidden />{waiting.has(id) && <span className={styles.waits} aria-hidden />}</span>
          {say(`short-${id}`)}
        </NavLink>
      ))}
      <button type="button" className={styles.entry} onClick={() => { setMore(true); }} aria-haspopup="dialog">
        <span className={styles.icon}><Menu size={20} strokeWidth={1.75} aria-hidden /></span>
        {say('more')}
      </button>
      <More project={project} opened={more} onClose={() => { setMore(false); }} />
    </nav>
  );
}

function More({ project, opened, onClose }: { project: ProjectView; opened: boolean; onClose: () => void }) {
  const say = useText(TEXTS);
  const place = useText(PLACE_WORDS);
  const leave = useLeave();
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="auto" title={say('title')} closeButtonProps={{ 'aria-label': say('close') }} classNames={{ content: styles.sheet }}>
      <ul className={styles.list}>
        <li><Link to={`/projects/${project.id}/people`} onClick={onClose}><Users size={20} strokeWidth={1.75} aria-hidden />{place('people')}</Link></li>
        <li><Link to="/"><FolderOpen size={20} strokeWidth={1.75} aria-hidden />{place('projects')}</Link></li>
        <li><Link to="/me"><Settings2 size={20} strokeWidth={1.75} aria-hidden />{say('settings')}</Link></li>
        <li><button type="button" onClick={() => { leave.mutate(); }}><LogOut size={20} strokeWidth={1.75} aria-hidden />{say('out')}</button></li>
      </ul>
      <Language />
    </Drawer>
  );
}
