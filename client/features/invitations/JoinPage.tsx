/** Where an invitation leads: what one is invited to, by whom, as whom, and the way in. Made for a phone first. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { InvitationToken, type InvitationWelcome } from '../../../shared/invitations.ts';
import type * as z from 'zod';
import { meQuery } from '../../api/me.ts';
import { welcomeQuery } from '../../api/invitations.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { NOUNS } from '../../ui/nouns.ts';
import { PaperCard } from '../../ui/PaperCard.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { shortFirm } from '../../ui/shortFirm.ts';
import { SideGlyph } from '../../ui/SideGlyph.tsx';
import { takeFragment } from '../../ui/takeFragment.ts';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useRefusal } from '../../ui/useRefusal.ts';
import { isOver } from './isOver.ts';
import styles from './JoinPage.module.css';
import { JoinAsMyself } from './JoinAsMyself.tsx';
import { JoinAsNewcomer } from './JoinAsNewcomer.tsx';

const TEXTS = texts('invitations.join', {
  en: {
    title: '{{host}} invites you to the table', opening: 'An invitation', overTitle: 'This invitation opens nothing any more',
    cut: 'The link is not complete; the program it was sent with may have cut it. Copy the whole of it, or ask for a new one.',
    seat: 'Your seat', on: 'You sit on {{firm}}’s side: {{does}}.', until: 'The invitation holds until {{date}}.',
    sees: 'Both sides see what is on the table. What the other side keeps to itself never reaches you, nor yours them.',
  },
  it: {
    title: '{{host}} ti invita al tavolo', opening: 'Un invito', overTitle: 'Questo invito non apre più nulla',
    cut: 'Il link non è intero; forse il programma con cui è arrivato l’ha spezzato. Copialo tutto, oppure chiedine uno nuovo.',
    seat: 'Il tuo posto', on: 'Siedi dalla parte di {{firm}}: {{does}}.', until: 'L’invito vale fino al {{date}}.',
    sees: 'Entrambe le parti vedono ciò che sta sul tavolo. Ciò che l’altra tiene per sé non ti arriva mai, e viceversa.',
  },
});

type Welcome = z.infer<typeof InvitationWelcome>;

export function JoinPage({ corner }: { corner: ReactNode }) {
  const say = useText(TEXTS);
  const [token] = useState(() => InvitationToken.safeParse(takeFragment()));
  if (!token.success) return <CalmPage title={say('overTitle')} corner={corner}><p>{say('cut')}</p></CalmPage>;
  return <Invited token={token.data} corner={corner} />;
}

function Invited({ token, corner }: { token: string; corner: ReactNode }) {
  const say = useText(TEXTS);
  const welcome = useQuery(welcomeQuery(token));
  const sentence = useRefusal(welcome.error);
  if (isOver(welcome.error)) return <CalmPage title={say('overTitle')} corner={corner}><p>{sentence}</p></CalmPage>;
  return (
    <CalmPage title={welcome.data ? say('title', { host: welcome.data.hostName }) : say('opening')} corner={corner}>
      {welcome.isPending && <Loading />}
      <Refused error={welcome.error} again={() => void welcome.refetch()} />
      {welcome.data && <Table welcome={welcome.data} />}
      {welcome.data && <WayIn token={token} welcome={welcome.data} />}
    </CalmPage>
  );
}

function Table({ welcome }: { welcome: Welcome }) {
  const say = useText(TEXTS);
  const noun = useText(NOUNS);
  const format = useFormat();
  const firm = shortFirm(welcome.side === 'client' ? welcome.clientName : welcome.sellerName);
  const does = [noun(`does.${welcome.role}`), ...(welcome.approver ? [noun('does.approver')] : [])];
  return (
    <PaperCard large className={styles.card}>
      <h2 className={styles.project}>{welcome.projectTitle}</h2>
      <p className={styles.firms}>{noun('firms', { client: welcome.clientName, seller: welcome.sellerName })}</p>
      <p className={styles.seat}>
        <SideGlyph side={welcome.side} size={14} />
        <span>{say('on', { firm, does: format.list(does) })}</span>
      </p>
      <p className={styles.small}>{say('sees')}</p>
      <p className={styles.small}>{say('until', { date: format.date(welcome.expiresAt) })}</p>
    </PaperCard>
  );
}

function WayIn({ token, welcome }: { token: string; welcome: Welcome }) {
  const me = useQuery(meQuery);
  if (me.isPending) return <Loading lines={2} />;
  if (me.data) return <JoinAsMyself token={token} me={me.data} />;
  return <JoinAsNewcomer token={token} email={welcome.email} />;
}
