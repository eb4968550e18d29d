/** One's own settings: name, language, light and dark, password. */
import { Page, PageTitle } from '../../ui/Page.tsx';
import { useMe } from '../../api/me.ts';
import { texts, useText } from '../../ui/text.ts';
import { AppearanceCard } from './AppearanceCard.tsx';
import { NameCard } from './NameCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';

const TEXTS = texts('me.page', {
  en: { title: 'My settings', under: 'They follow you to every project and every device.' },
  it: { title: 'Le mie impostazioni', under: 'Ti seguono in ogni progetto e su ogni dispositivo.' },
});

export function MePage() {
  const say = useText(TEXTS);
  const me = useMe();
  return (
    <Page width="form">
      <PageTitle under={say('under')}>{say('title')}</PageTitle>
      {me && <NameCard me={me} />}
      {me && <AppearanceCard me={me} />}
      {me && <PasswordCard />}
    </Page>
  );
}
