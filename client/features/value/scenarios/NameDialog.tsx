/** Name, code and story of a scenario; written as one types in any other cell, so others see it too. */
import { Button, Modal } from '@mantine/core';
import { cellKey } from '../../../../shared/value/keys.ts';
import { texts, useText } from '../../../ui/text.ts';
import { CellField } from '../fields/CellField.tsx';
import styles from './ScenarioBar.module.css';

const TEXTS = texts('value.nameDialog', {
  en: { title: 'Name and story', code: 'Short code', name: 'Name', story: 'What it means to do', done: 'Done', close: 'Close' },
  it: { title: 'Nome e storia', code: 'Sigla', name: 'Nome', story: 'Che cosa si propone', done: 'Fatto', close: 'Chiudi' },
});

export function NameDialog({ scenarioId, onClose }: { scenarioId: string | undefined; onClose: () => void }) {
  const say = useText(TEXTS);
  return (
    <Modal opened={scenarioId !== undefined} onClose={onClose} title={say('title')} closeButtonProps={{ 'aria-label': say('close') }}>
      {scenarioId !== undefined && (
        <div className={styles.dialog}>
          <CellField cell={cellKey(scenarioId, 'name')} label={say('name')} data-autofocus />
          <CellField cell={cellKey(scenarioId, 'code')} label={say('code')} narrow />
          <CellField cell={cellKey(scenarioId, 'story')} label={say('story')} lines={4} />
          <Button onClick={onClose} className={styles.done}>{say('done')}</Button>
        </div>
      )}
    </Modal>
  );
}
