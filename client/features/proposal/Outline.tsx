/** The sections of the proposal, beside it or (on a phone) as a menu: where one is, who is where, a way to each. */
import { Menu } from '@mantine/core';
import { Activity, ChevronDown, List } from 'lucide-react';
import { firstNameOf } from '../../ui/initials.ts';
import { PersonBadge } from '../../ui/PersonBadge.tsx';
import { useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import type { Writer } from '../../collab/carets.ts';
import styles from './Outline.module.css';
import type { Section } from './sections.ts';
import { WORDS } from './words.ts';

interface Props {
  sections: readonly Section[];
  /** -1 before the first one. */
  current: number;
  /** Who writes in the nth section just now; never oneself. */
  writers: ReadonlyMap<number, readonly Writer[]>;
  words: number;
  /** Figures and blocks that follow the model. */
  live: number;
  onGo: (nth: number) => void;
}

export function Outline({ sections, current, writers, words, live, onGo }: Props) {
  const say = useText(WORDS);
  const format = useFormat();
  return (
    <nav className={styles.outline} aria-label={say('sections')}>
      {sections.length === 0 && <p className={styles.none}>{say('noSections')}</p>}
      <ol className={styles.list}>
        {sections.map(section => (
          <li key={section.nth}>
            <button
              type="button" className={styles.section} onClick={() => { onGo(section.nth); }}
              {...(section.nth === current ? { 'aria-current': 'location' as const } : {})}
            >
              <span className={styles.number}>{section.nth + 1}.</span>
              <span className={styles.title}>{section.title || say('untitled')}</span>
              <Here writers={writers.get(section.nth) ?? []} />
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.words}>{say('words', { count: words }).replace(String(words), format.number(words))}</p>
      {live > 0 && (
        <div className={styles.live}>
          <p className={styles.liveTitle}><Activity size={16} strokeWidth={1.75} aria-hidden />{say('liveFigures')}</p>
          <p>{say('liveCount', { count: live })}</p>
        </div>
      )}
    </nav>
  );
}

function Here({ writers }: { writers: readonly Writer[] }) {
  const say = useText(WORDS);
  const format = useFormat();
  if (writers.length === 0) return null;
  const names = format.list(writers.map(writer => firstNameOf(writer.name)));
  return (
    <span className={styles.here} title={say('here', { count: writers.length, names })}>
      {writers.slice(0, 3).map(writer => <PersonBadge key={writer.name} name={writer.name} side={writer.side} size={22} />)}
      <span className="ins-hidden">{say('here', { count: writers.length, names })}</span>
    </span>
  );
}

/** The same in one line, for narrow screens. */
export function OutlineMenu({ sections, current, writers, onGo }: Omit<Props, 'words' | 'live'>) {
  const say = useText(WORDS);
  const here = sections[current];
  const words = here ? `${here.nth + 1}. ${here.title || say('untitled')}` : say('start');
  return (
    <Menu position="bottom-start" width="target" disabled={sections.length === 0}>
      <Menu.Target>
        <button type="button" className={styles.menu} aria-label={say('chooseSection', { current: words })} disabled={sections.length === 0}>
          <List size={18} strokeWidth={1.75} aria-hidden />
          <span className={styles.menuWords}>{sections.length === 0 ? say('noSections') : words}</span>
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        {sections.map(section => (
          <Menu.Item
            key={section.nth} onClick={() => { onGo(section.nth); }} rightSection={<Here writers={writers.get(section.nth) ?? []} />}
            {...(section.nth === current ? { 'aria-current': 'location' as const } : {})}
          >
            {section.nth + 1}. {section.title || say('untitled')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
