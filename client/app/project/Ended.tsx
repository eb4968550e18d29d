/** A line that has ended for good: why, what is safe, and what to do. Within the shell, or as a page of its own. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { CloseReason } from '../../../shared/rooms.ts';
import { meQuery } from '../../api/me.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { CalmPage } from '../../ui/CalmPage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './Ended.module.css';

const TEXTS = texts('app.ended', {
  en: {
    placeTitle: 'Your place at this table has ended', placeWords: 'Whoever leads the project has changed who sits here. What you wrote stays, with your name. If this surprises you, ask them.',
    projects: 'Go to my projects',
    signedOut: 'You are signed out. Sign in, and you go on where you were; what you wrote is kept on this device.', signIn: 'Sign in',
    historyDiffers: 'This device’s copy and the server’s no longer fit together. The server’s is whole; what was not sent is kept aside on this device.',
    pageTooOld: 'There is a newer Insieme. Reload the page before you go on; what you wrote is kept on this device.',
    noSuchRoom: 'This room is not there any more.', unreadable: 'Something this page sent could not be read. What was saved is safe; reload the page.',
    tooLarge: 'Something was too large for this room and was not taken. What was saved is safe; reload the page and try a smaller piece.',
    later: 'The server asks for a pause. What you wrote is kept on this device.', reload: 'Reload the page', again: 'Try again',
  },
  it: {
    placeTitle: 'Il tuo posto a questo tavolo è finito', placeWords: 'Chi conduce il progetto ha cambiato chi siede qui. Ciò che hai scritto resta, con il tuo nome. Se non te l’aspettavi, chiedi a chi conduce.',
    projects: 'Vai ai miei progetti',
    signedOut: 'La tua sessione è chiusa. Accedi e riparti da dove eri; ciò che hai scritto resta su questo dispositivo.', signIn: 'Accedi',
    historyDiffers: 'La copia di questo dispositivo e quella del server non combaciano più. Quella del server è intera; ciò che non era partito resta da parte qui.',
    pageTooOld: 'C’è un Insieme più nuovo. Ricarica la pagina prima di continuare; ciò che hai scritto resta su questo dispositivo.',
    noSuchRoom: 'Questa stanza non c’è più.', unreadable: 'Questa pagina ha inviato qualcosa di illeggibile. Quanto era salvato è al sicuro; ricarica la pagina.',
    tooLarge: 'Qualcosa era troppo grande per questa stanza e non è stato preso. Quanto era salvato è al sicuro; ricarica la pagina e prova con un pezzo più piccolo.',
    later: 'Il server chiede una pausa. Ciò che hai scritto resta su questo dispositivo.', reload: 'Ricarica la pagina', again: 'Riprova',
  },
});

/** The whole page: nothing of the project may stay on screen. */
export function PlaceEnded() {
  const say = useText(TEXTS);
  return (
    <CalmPage title={say('placeTitle')} action={<Button component={Link} to="/">{say('projects')}</Button>}>
      <p>{say('placeWords')}</p>
    </CalmPage>
  );
}

/** Why the line ended, above the page that goes on showing what was there. Nothing while it lives. */
export function EndedNotice({ room }: { room: LiveRoom }) {
  const say = useText(TEXTS);
  const reason = useEndReason(room);
  if (!reason || reason === 'accessEnded') return null;
  return (
    <div className={styles.notice}>
      <Notice tone={reason === 'historyDiffers' ? 'danger' : 'attention'} assertive action={<WayOn reason={reason} room={room} />}>{say(reason)}</Notice>
    </div>
  );
}

export function useEndReason(room: LiveRoom): CloseReason | undefined {
  const status = useSyncExternalStore(room.status.subscribe, room.status.get);
  return status.kind === 'ended' ? status.reason : undefined;
}

function WayOn({ reason, room }: { reason: CloseReason; room: LiveRoom }) {
  const say = useText(TEXTS);
  const queries = useQueryClient();
  if (reason === 'signedOut') return <Button size="xs" onClick={() => void queries.invalidateQueries({ queryKey: meQuery.queryKey })}>{say('signIn')}</Button>;
  if (reason === 'later') return <Button size="xs" variant="default" onClick={() => { room.retry(); }}>{say('again')}</Button>;
  return <Button size="xs" variant="default" onClick={() => { window.location.reload(); }}>{say('reload')}</Button>;
}
