/** Words that were set aside, each to be read, copied, put back, or thrown away together after a question. */
import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useReadable } from '../../collab/CollabContext.tsx';
import type { LiveRoom } from '../../collab/types.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { texts, useText } from '../../ui/text.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { putBack } from './putBack.ts';
import styles from './Salvage.module.css';
import { UnsentCard } from './UnsentCard.tsx';
import type { Asides, OpenAside } from './useAsides.ts';

const TEXTS = texts('salvage.dialog', {
  en: {
    title: 'What did not reach the project', close: 'Close', kept: 'Set aside {{moment}}',
    why: 'This device’s copy and the server’s did not fit together any more, so the server’s was taken. These are your words that it does not have. Put back what still belongs there, under your name and with today’s date.',
    readOnly: 'Here you can read and copy them. They can be put back as soon as you can write in this project.',
    throw: 'Throw away', question: 'Throw away what is left here?', gone: 'These words are nowhere else. Nobody can bring them back.',
  },
  it: {
    title: 'Ciò che non è arrivato al progetto', close: 'Chiudi', kept: 'Messo da parte {{moment}}',
    why: 'La copia di questo dispositivo e quella del server non combaciavano più, e vale quella del server. Queste sono le tue parole che lì mancano. Rimetti ciò che serve ancora: porterà il tuo nome e la data di oggi.',
    readOnly: 'Qui puoi leggerle e copiarle. Potrai rimetterle appena potrai scrivere in questo progetto.',
    throw: 'Butta via', question: 'Butti via ciò che resta qui?', gone: 'Queste parole non sono in nessun altro posto. Nessuno può riportarle.',
  },
});

interface Props {
  room: LiveRoom;
  asides: Asides;
  opened: boolean;
  onClose: () => void;
}

export function SalvageDialog({ room, asides, opened, onClose }: Props) {
  const say = useText(TEXTS);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const mayWrite = useReadable(room.mayWrite);
  return (
    <Modal opened={opened} onClose={onClose} title={say('title')} size="lg" fullScreen={phone} closeButtonProps={{ 'aria-label': say('close') }}>
      <p className={styles.why}>{say('why')}</p>
      {!mayWrite && <p className={styles.why}>{say('readOnly')}</p>}
      {asides.open.map(open => <OneAside key={open.aside.id} room={room} open={open} mayWrite={mayWrite} settle={asides.settle} />)}
    </Modal>
  );
}

interface OneProps {
  room: LiveRoom;
  open: OpenAside;
  mayWrite: boolean;
  settle: Asides['settle'];
}

function OneAside({ room, open, mayWrite, settle }: OneProps) {
  const say = useText(TEXTS);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { aside, unsent } = open;
  return (
    <section className={styles.aside}>
      <div className={styles.head}>
        <h3 className={styles.when}>{say('kept', { moment: format.moment(aside.at) })}</h3>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => { setAsking(true); }}>{say('throw')}</Button>
      </div>
      <ul className={styles.list}>
        {unsent.map(each => (
          <li key={each.key}>
            <UnsentCard unsent={each} onPutBack={mayWrite ? () => { putBack(room.doc, each, Date.now()); settle(open, [each]); } : undefined} />
          </li>
        ))}
      </ul>
      <Confirm opened={asking} question={say('question')} verb={say('throw')} danger onClose={() => { setAsking(false); }} onConfirm={() => { settle(open, unsent); }}>
        <p>{say('gone')}</p>
      </Confirm>
    </section>
  );
}
