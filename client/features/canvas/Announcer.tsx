/** Says aloud, at most once in five seconds, what others have put on the board. */
import { useEffect, useState } from 'react';
import { useCanvas, useWords } from './CanvasContext.tsx';
import { every } from './every.ts';

const SAY_EVERY_MS = 5_000;

export function Announcer() {
  const { store, people } = useCanvas();
  const say = useWords();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const waiting = new Map<string, number>();
    const speak = every(SAY_EVERY_MS, () => {
      setSaid([...waiting].map(([name, count]) => `${say('addedNote', { name, count })}.`).join(' '));
      waiting.clear();
    });
    const stop = store.onBatch(({ arrived }) => {
      const notes = arrived.filter(id => store.element(id)?.type === 'note');
      for (const id of notes) {
        const name = people.authorOf(id)?.firstName ?? say('someone');
        waiting.set(name, (waiting.get(name) ?? 0) + 1);
      }
      if (notes.length > 0) speak(undefined);
    });
    return () => {
      stop();
      speak.stop();
    };
  }, [store, people, say]);
  return <div className="ins-hidden" role="status" aria-live="polite">{said}</div>;
}
