/** One's own steps back and forth, as two buttons. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { Redo2, Undo2 } from 'lucide-react';
import { useReadable } from '../../../collab/CollabContext.tsx';
import { texts, useText } from '../../../ui/text.ts';
import { useMayWrite, useTable } from '../ValueContext.tsx';
import styles from './ScenarioBar.module.css';

const TEXTS = texts('value.steps', {
  en: { undo: 'Undo my last step', redo: 'Redo' },
  it: { undo: 'Annulla il mio ultimo passo', redo: 'Ripeti' },
});

export function Steps() {
  const say = useText(TEXTS);
  const { desk } = useTable();
  const steps = useReadable(desk.steps);
  if (!useMayWrite()) return null;
  return (
    <div className={styles.steps}>
      <Tooltip label={say('undo')}>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('undo')} disabled={!steps.undo} onClick={desk.undo}>
          <Undo2 size={18} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={say('redo')}>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('redo')} disabled={!steps.redo} onClick={desk.redo}>
          <Redo2 size={18} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
