/** EN | IT. Each side is named in its own language, so that nobody has to read the other one to find theirs. */
import styles from './LanguageSwitch.module.css';
import { useLanguage } from './text.ts';

type Language = 'en' | 'it';
const NAMES: Record<Language, string> = { en: 'English', it: 'Italiano' };
const GROUP: Record<Language, string> = { en: 'Language', it: 'Lingua' };

export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const now = useLanguage();
  return (
    <div role="group" aria-label={GROUP[now]} className={styles.switch}>
      {(['en', 'it'] as const).map(language => (
        <button
          key={language} type="button" lang={language} className={styles.half} title={NAMES[language]}
          aria-label={`${language.toUpperCase()}, ${NAMES[language]}`} aria-pressed={now === language}
          onClick={() => { if (now !== language) onChange(language); }}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
