/** Language and light or dark: what somebody chose follows them to every device, and rests on this one. */
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Scheme } from '../../shared/people.ts';
import type { Language } from '../../shared/sides.ts';
import { useChangeMe, useMe } from '../api/me.ts';
import { keepLanguage } from './language.ts';

/** Draws nothing: brings language and scheme of whoever is signed in to the page. */
export function FollowPreferences() {
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const [language, scheme] = [me?.language, me?.scheme];
  useEffect(() => {
    if (language) keepLanguage(language);
  }, [language]);
  useEffect(() => {
    if (scheme) setColorScheme(scheme);
  }, [scheme, setColorScheme]);
  return null;
}

/** Shows at once; keeps it for the person when somebody is signed in. */
export function useChooseLanguage(): (language: Language) => void {
  const me = useMe();
  const { mutate } = useChangeMe();
  return language => {
    keepLanguage(language);
    if (me) mutate({ language });
  };
}

export function useChooseScheme(): { scheme: Scheme; choose: (scheme: Scheme) => void } {
  const me = useMe();
  const { mutate } = useChangeMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (scheme: Scheme): void => {
    setColorScheme(scheme);
    if (me) mutate({ scheme });
  };
  return { scheme: colorScheme, choose };
}
