/** How far the draws are, with a way to stop them, and what to do when they broke off. Takes no room when all is done. */
import { Button } from '@mantine/core';
import { Notice } from '../../../ui/Notice.tsx';
import { useText } from '../../../ui/text.ts';
import { useFigures } from '../useFigures.ts';
import styles from './risk.module.css';
import type { Drawing } from './useOutlook.ts';
import { WORDS } from './words.ts';

export function Progress({ drawing: { state, outlook, stop, again } }: { drawing: Drawing }) {
  const say = useText(WORDS);
  const { share } = useFigures();
  const redo = <Button variant="default" size="xs" onClick={again}>{say('again')}</Button>;
  switch (state.kind) {
    case 'ready': return null;
    case 'nothing': return <p className={styles.sentence}>{say('nothing')}</p>;
    case 'failed': return <Notice tone="attention" action={redo}>{say('failed')}</Notice>;
    case 'stopped': return <Notice tone="information" action={redo}>{say(outlook ? 'stopped' : 'stoppedNothing')}</Notice>;
    case 'drawing': return (
      <div className={styles.progress}>
        <progress className={styles.bar} max={1} value={state.done} aria-label={say('drawing', { share: share(state.done, 0) })} />
        <span className={styles.progressWords} aria-hidden>{say('drawing', { share: share(state.done, 0) })}</span>
        <Button variant="default" size="xs" onClick={stop}>{say('stop')}</Button>
      </div>
    );
  }
}
