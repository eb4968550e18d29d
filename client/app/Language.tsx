/** The language switch, wired to whoever is here. */
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useChooseLanguage } from './preferences.tsx';

export function Language() {
  const choose = useChooseLanguage();
  return <LanguageSwitch onChange={choose} />;
}
