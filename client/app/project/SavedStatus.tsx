/** The truth about saving, in the words agreed on and no others. Without an answer of the server it never says "saved". */
import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { LiveRoom, SaveStatus } from '../../collab/types.ts';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { type Say, texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import styles from './SavedStatus.module.css';

const TEXTS = texts('app.saved', {
  en: {
    saving: 'Saving…', saved: 'Saved {{time}}', offline_one: 'Offline. {{count}} change kept on this device', offline_other: 'Offline. {{count}} changes kept on this device',
    offlineNone: 'Offline. What you write is kept on this device', reconnecting: 'Reconnecting…', delayed: 'Could not save since {{time}}. Your text is safe here', again: 'Try again', closed: 'Not connected',
  },
  it: {
    saving: 'Sto salvando…', saved: 'Salvato alle {{time}}', offline_one: 'Senza rete. {{count}} modifica resta su questo dispositivo', offline_other: 'Senza rete. {{count}} modifiche restano su questo dispositivo',
    offlineNone: 'Senza rete. Ciò che scrivi resta su questo dispositivo', reconnecting: 'Mi ricollego…', delayed: 'Non riesco a salvare dalle {{time}}. Il tuo testo è al sicuro qui', again: 'Riprova', closed: 'Non collegato',
  },
});

type SavedSay = Say<(typeof TEXTS)['en']>;

export function SavedStatus({ room }: { room: LiveRoom }) {
  const say = useText(TEXTS);
  const format = useFormat();
  const status = useSyncExternalStore(room.status.subscribe, room.status.get);
  const words = wordsFor(status, say, format.time);
  const again = status.kind === 'delayed' || status.kind === 'offline';
  return (
    <div className={styles.status}>
      {words && <StatusLine kind={KIND[status.kind]} {...(status.kind === 'reconnecting' ? { icon: RefreshCw } : {})}>{words}</StatusLine>}
      {again && <Button size="compact-sm" variant="subtle" onClick={() => { room.retry(); }}>{say('again')}</Button>}
      <Spoken status={status} words={words} />
    </div>
  );
}

/** Read out when it matters: every keystroke's "Saving… Saved" is for the eye alone. */
function Spoken({ status, words }: { status: SaveStatus; words: string | undefined }) {
  const failure = status.kind === 'delayed';
  const news = status.kind === 'offline' || status.kind === 'reconnecting';
  return (
    <>
      <span role="alert" className="ins-hidden">{failure && words}</span>
      <span role="status" className="ins-hidden">{news && words}</span>
    </>
  );
}

const KIND = { opening: 'working', saved: 'good', saving: 'working', delayed: 'attention', reconnecting: 'working', offline: 'offline', ended: 'waiting' } as const;

/** Nothing while the room opens, and nothing before anything was written here. */
function wordsFor(status: SaveStatus, say: SavedSay, time: (at: number) => string): string | undefined {
  switch (status.kind) {
    case 'opening': return undefined;
    case 'saved': return status.at > 0 ? say('saved', { time: time(status.at) }) : undefined;
    case 'saving': return say('saving');
    case 'delayed': return say('delayed', { time: time(status.since) });
    case 'reconnecting': return say('reconnecting');
    case 'offline': return status.changes > 0 ? say('offline', { count: status.changes }) : say('offlineNone');
    case 'ended': return say('closed');
  }
}
