/** Which series of draws: kept in the model, so that both sides see the same picture. */
import { Button } from '@mantine/core';
import { Dices } from 'lucide-react';
import { settingKey } from '../../../../shared/value/keys.ts';
import { SETTINGS_FIELDS } from '../../../../shared/value/model.ts';
import { useText } from '../../../ui/text.ts';
import { CellField } from '../fields/CellField.tsx';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './risk.module.css';
import { WORDS } from './words.ts';

export function Series() {
  const say = useText(WORDS);
  const { desk } = useTable();
  const mayWrite = useMayWrite();
  const { least, most } = SETTINGS_FIELDS.seed;
  const another = (): void => {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    desk.write([[settingKey('seed'), least + (random % (most - least + 1))]]);
  };
  return (
    <div className={styles.series}>
      <CellField cell={settingKey('seed')} label={say('series')} description={say('seriesHint')} />
      {mayWrite && <Button variant="default" leftSection={<Dices size={16} strokeWidth={1.75} aria-hidden />} onClick={another}>{say('another')}</Button>}
    </div>
  );
}
