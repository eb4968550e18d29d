/** Adds a driver: an empty one, or one from the list to begin from. */
import { Button, Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { texts, useLanguage, useText } from '../../../ui/text.ts';
import { nextCode } from '../scenarios/deeds.ts';
import { useMayWrite, useSnapshot, useTable } from '../ValueContext.tsx';
import styles from './drivers.module.css';
import { LIBRARY } from './library.ts';

const TEXTS = texts('value.addDriver', {
  en: { add: 'Add a driver', blank: 'An empty one', from: 'Begin from', hint: 'Notes on the canvas can become drivers too, from their menu.' },
  it: { add: 'Aggiungi una leva', blank: 'Una vuota', from: 'Comincia da', hint: 'Anche le note della tavola possono diventare leve, dal loro menu.' },
});

/** `onAdd`: the new driver's id; whoever adds one goes on with its name. */
export function AddDriver({ onAdd }: { onAdd: (id: string) => void }) {
  const say = useText(TEXTS);
  const language = useLanguage();
  const { desk } = useTable();
  const { drivers } = useSnapshot().model;
  if (!useMayWrite()) return null;
  const add = (label: string, unit: string): void => {
    onAdd(desk.add('drv', { code: nextCode(drivers.map(({ code }) => code), 'A'), label, unit }));
  };
  return (
    <div className={styles.add}>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="subtle" size="compact-md" leftSection={<Plus size={16} strokeWidth={1.75} aria-hidden />}>{say('add')}</Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={say('add')} className={styles.menu}>
          <Menu.Item onClick={() => { add('', ''); }}>{say('blank')}</Menu.Item>
          <Menu.Label>{say('from')}</Menu.Label>
          {LIBRARY[language].map(([label, unit]) => <Menu.Item key={label} rightSection={<span className={styles.unit}>{unit}</span>} onClick={() => { add(label, unit); }}>{label}</Menu.Item>)}
          <Menu.Divider />
          <Menu.Label>{say('hint')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
