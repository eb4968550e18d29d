/** The frame of pages outside any project: the name of the house, language, and oneself. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Wordmark } from '../ui/Mark.tsx';
import styles from './Frame.module.css';
import { MeMenu } from './MeMenu.tsx';
import { useChooseLanguage } from './preferences.tsx';
import { SkipLink } from './SkipLink.tsx';

export function Frame({ children }: { children: ReactNode }) {
  const choose = useChooseLanguage();
  return (
    <div className={styles.frame}>
      <SkipLink />
      <header className={styles.head}>
        <Link to="/" aria-label="Insieme" className={styles.home}><Wordmark height={24} /></Link>
        <div className={styles.corner}>
          <LanguageSwitch onChange={choose} />
          <MeMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1}>{children}</main>
    </div>
  );
}
