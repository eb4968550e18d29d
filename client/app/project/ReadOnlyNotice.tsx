/** Why nothing can be written here just now, where neither the person's role nor the end of the line is the reason. */
import { useSyncExternalStore } from 'react';
import type { LiveRoom } from '../../collab/types.ts';
import { Notice } from '../../ui/Notice.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './Ended.module.css';

const TEXTS = texts('app.readOnly', {
  en: {
    noId: 'You can read here, not write: this page was opened without a network too often in a row. What you wrote before is kept on this device, and you go on writing as soon as the network is back.',
    stuck: 'The server has not been able to save for a while, so for now nobody can write here. Everything you wrote is kept on this device and goes off by itself as soon as the server saves again; you can leave this page open.',
  },
  it: {
    noId: 'Qui puoi leggere ma non scrivere: questa pagina è stata aperta senza rete troppe volte di seguito. Ciò che avevi scritto resta su questo dispositivo, e riprendi a scrivere appena torna la rete.',
    stuck: 'Da un po’ il server non riesce a salvare, perciò ora qui si può solo leggere. Tutto ciò che hai scritto è conservato su questo dispositivo e parte da solo appena il server salva di nuovo: lascia pure questa pagina aperta.',
  },
});

export function ReadOnlyNotice({ room }: { room: LiveRoom }) {
  const say = useText(TEXTS);
  const because = useSyncExternalStore(room.readOnly.subscribe, room.readOnly.get);
  if (because !== 'noId' && because !== 'stuck') return null;
  return <div className={styles.notice}><Notice tone="attention">{say(because)}</Notice></div>;
}
