/** Language and light or dark; both take effect at once. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { Me, Scheme } from '../../../shared/people.ts';
import type { Language } from '../../../shared/sides.ts';
import { useChangeMe } from '../../api/me.ts';
import { Refused } from '../../ui/Refused.tsx';
import { setLanguage, texts, useText } from '../../ui/text.ts';
import { Card } from './Card.tsx';
import styles from './Card.module.css';

const TEXTS = texts('me.appearance', {
  en: { title: 'How it looks', language: 'Language', languageWords: 'Letters to you are written in it too.', scheme: 'Light and dark', auto: 'As this device', light: 'Light', dark: 'Dark' },
  it: { title: 'Come appare', language: 'Lingua', languageWords: 'Anche le lettere che ricevi sono scritte così.', scheme: 'Chiaro e scuro', auto: 'Come il dispositivo', light: 'Chiaro', dark: 'Scuro' },
});

export function AppearanceCard({ me }: { me: Me }) {
  const say = useText(TEXTS);
  const change = useChangeMe();
  const { setColorScheme } = useMantineColorScheme();
  const chooseLanguage = (language: Language): void => {
    setLanguage(language);
    change.mutate({ language });
  };
  const chooseScheme = (scheme: Scheme): void => {
    setColorScheme(scheme);
    change.mutate({ scheme });
  };
  return (
    <Card title={say('title')}>
      <div className={styles.choice}>
        <span className={styles.label} id="me-language">{say('language')}</span>
        <SegmentedControl
          aria-labelledby="me-language" value={me.language} onChange={value => { chooseLanguage(value); }}
          data={[{ value: 'en', label: 'English' }, { value: 'it', label: 'Italiano' }]}
        />
        <p className={styles.hint}>{say('languageWords')}</p>
      </div>
      <div className={styles.choice}>
        <span className={styles.label} id="me-scheme">{say('scheme')}</span>
        <SegmentedControl
          aria-labelledby="me-scheme" value={me.scheme} onChange={value => { chooseScheme(value); }}
          data={[{ value: 'auto', label: say('auto') }, { value: 'light', label: say('light') }, { value: 'dark', label: say('dark') }]}
        />
      </div>
      <Refused error={change.error} />
    </Card>
  );
}
