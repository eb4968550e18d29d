/** An empty store: how to begin. The set-up page opens only with the one-time link that the server printed. */
import { Sparkle, Terminal } from 'lucide-react';
import { texts, useText } from '../../ui/text.ts';
import styles from './NothingYet.module.css';

const TEXTS = texts('setUp.nothingYet', {
  en: {
    empty: 'Nobody lives here yet.',
    setUp: 'Set up our workspace',
    setUpWords: 'Open the link that the server printed when it started. It works once, and only whoever started the server can see it.',
    examples: 'Look at the three examples first',
    examplesWords: 'Stop the server and start it like this. The examples keep to a folder of their own, so you lose nothing.',
  },
  it: {
    empty: 'Qui non abita ancora nessuno.',
    setUp: 'Prepara il nostro spazio',
    setUpWords: 'Apri il link che il server ha stampato all’avvio. Vale una volta sola, e lo vede soltanto chi ha avviato il server.',
    examples: 'Prima guarda i tre esempi',
    examplesWords: 'Ferma il server e avvialo così. Gli esempi stanno in una cartella tutta loro: non perdi nulla.',
  },
});

export function NothingYet({ demoAllowed }: { demoAllowed: boolean }) {
  const say = useText(TEXTS);
  return (
    <div className={styles.ways}>
      <p className={styles.empty}>{say('empty')}</p>
      <section className={styles.way}>
        <Terminal size={18} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <div>
          <h2 className={styles.title}>{say('setUp')}</h2>
          <p>{say('setUpWords')}</p>
        </div>
      </section>
      {demoAllowed && (
        <section className={styles.way}>
          <Sparkle size={18} strokeWidth={1.75} aria-hidden className={styles.icon} />
          <div>
            <h2 className={styles.title}>{say('examples')}</h2>
            <p>{say('examplesWords')}</p>
            <code className={styles.command}>npm start -- --demo</code>
          </div>
        </section>
      )}
    </div>
  );
}
