/** Says that words of this device were set aside, and leads to them. Nothing while there are none. */
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PersonId } from '../../../shared/ids.ts';
import type { LiveRoom } from '../../collab/types.ts';
import { Notice } from '../../ui/Notice.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './Salvage.module.css';
import { SalvageDialog } from './SalvageDialog.tsx';
import { useAsides } from './useAsides.ts';

const TEXTS = texts('salvage.notice', {
  en: {
    found_one: 'Something you wrote on this device did not reach the project. It is kept here, and only here.',
    found_other: '{{count}} things you wrote on this device did not reach the project. They are kept here, and only here.',
    look_one: 'Look at it', look_other: 'Look at them',
  },
  it: {
    found_one: 'Una cosa che hai scritto su questo dispositivo non è arrivata al progetto. È conservata qui, e solo qui.',
    found_other: '{{count}} cose che hai scritto su questo dispositivo non sono arrivate al progetto. Sono conservate qui, e solo qui.',
    look_one: 'Guardala', look_other: 'Guardale',
  },
});

export function SalvageNotice({ room, personId }: { room: LiveRoom; personId: PersonId }) {
  const say = useText(TEXTS);
  const asides = useAsides(room, personId);
  const [opened, { open, close }] = useDisclosure();
  const count = asides.open.reduce((sum, { unsent }) => sum + unsent.length, 0);
  if (count === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice tone="attention" action={<Button size="xs" variant="default" onClick={open}>{say('look', { count })}</Button>}>{say('found', { count })}</Notice>
      <SalvageDialog room={room} asides={asides} opened={opened} onClose={close} />
    </div>
  );
}
