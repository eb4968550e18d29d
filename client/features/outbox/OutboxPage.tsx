/** Letters that a local installation keeps instead of sending. On this machine alone; links in them can be followed. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import type { Outbox } from '../../../shared/signIn.ts';
import { isRefusal } from '../../api/queries.ts';
import { outboxQuery } from '../../api/signIn.ts';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page, PageTitle } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './OutboxPage.module.css';

const TEXTS = texts('outbox', {
  en: {
    title: 'Outbox', under: 'On this computer no letter leaves the house. Here they lie, newest first.', renew: 'Look again', to: 'To',
    empty: 'Here you find the letters that Insieme would have sent: sign-in links, invitations, mentions.', example: 'Ask for a sign-in link, and come back.',
    notHere: 'This server sends its letters by mail, or this page is asked for from another machine.', letters: 'Letters',
  },
  it: {
    title: 'Posta in uscita', under: 'Su questo computer nessuna lettera esce di casa. Stanno qui, la più recente in alto.', renew: 'Guarda di nuovo', to: 'A',
    empty: 'Qui trovi le lettere che Insieme avrebbe spedito: link per accedere, inviti, citazioni.', example: 'Chiedi un link per accedere e poi torna.',
    notHere: 'Questo server spedisce le sue lettere per posta, oppure la pagina è chiesta da un’altra macchina.', letters: 'Lettere',
  },
});

export function OutboxPage() {
  const say = useText(TEXTS);
  const outbox = useQuery({ ...outboxQuery, staleTime: 0 });
  const renew = (
    <Button variant="default" leftSection={<RotateCw size={16} strokeWidth={1.75} aria-hidden />} onClick={() => void outbox.refetch()}>{say('renew')}</Button>
  );
  return (
    <Page width="reading">
      <PageTitle under={say('under')} actions={renew}>{say('title')}</PageTitle>
      {outbox.isPending && <Loading />}
      {isRefusal(outbox.error, 'not-found') ? <EmptyPlace>{say('notHere')}</EmptyPlace> : <Refused error={outbox.error} again={() => void outbox.refetch()} />}
      {outbox.data && outbox.data.letters.length === 0 && <EmptyPlace example={say('example')}>{say('empty')}</EmptyPlace>}
      {outbox.data && outbox.data.letters.length > 0 && <Letters letters={outbox.data.letters} />}
    </Page>
  );
}

function Letters({ letters }: { letters: Outbox['letters'] }) {
  const say = useText(TEXTS);
  const format = useFormat();
  return (
    <ul className={styles.letters} aria-label={say('letters')}>
      {letters.map(letter => (
        <li key={letter.id} className={styles.letter}>
          <h2 className={styles.subject}>{letter.subject}</h2>
          <p className={styles.to}>{say('to')} {letter.to} · {format.moment(letter.at)}</p>
          <p className={styles.text}>{withLinks(letter.text)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Plain text with its http addresses made followable; nothing else in a letter means anything. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s]+)/g).map((piece, n) => (
    n % 2 === 1 ? <a key={n} href={piece}>{piece}</a> : piece
  ));
}
