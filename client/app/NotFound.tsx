/** No page at this address, or none that is open to whoever asks: the two look the same. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { CalmPage } from '../ui/CalmPage.tsx';
import { Page, PageTitle } from '../ui/Page.tsx';
import { texts, useText } from '../ui/text.ts';

const TEXTS = texts('app.notFound', {
  en: {
    title: 'There is nothing at this address',
    words: 'It may have been mistyped, or it is not open to you. Whoever sent it to you can tell you more.',
    home: 'Go to my projects',
  },
  it: {
    title: 'A questo indirizzo non c’è nulla',
    words: 'Forse è scritto male, oppure non ti è aperto. Chi te l’ha mandato può dirti di più.',
    home: 'Vai ai miei progetti',
  },
});

export function NotFound() {
  const say = useText(TEXTS);
  return (
    <CalmPage title={say('title')} action={<Button component={Link} to="/">{say('home')}</Button>}>
      <p>{say('words')}</p>
    </CalmPage>
  );
}

/** The same within a project, whose frame has the mark and the way home already. */
export function NothingHere() {
  const say = useText(TEXTS);
  return (
    <Page width="reading">
      <PageTitle under={say('words')}>{say('title')}</PageTitle>
      <Button component={Link} to="/">{say('home')}</Button>
    </Page>
  );
}
