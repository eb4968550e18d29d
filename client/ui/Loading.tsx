/** Something is on its way: nothing for 200 ms, then calm grey lines. Nothing loops. */
import { useEffect, useState } from 'react';
import styles from './Loading.module.css';
import { texts, useText } from './text.ts';

const TEXTS = texts('ui.loading', { en: { loading: 'Loading' }, it: { loading: 'Un momento' } });
const QUIET_MS = 200;

/** `lines`: about as tall as what will stand here, so that the page does not jump. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const say = useText(TEXTS);
  const late = useLate(QUIET_MS);
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      {late && <span className="ins-hidden">{say('loading')}</span>}
      {late && Array.from({ length: lines }, (_, n) => <div key={n} className={styles.line} style={{ width: `${[62, 88, 74, 80][n % 4]}%` }} />)}
    </div>
  );
}

function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(true); }, ms);
    return () => { clearTimeout(timer); };
  }, [ms]);
  return late;
}
