/** The front of the house: who we are on the left, how to come in on the right. */
import type { ReactNode } from 'react';
import { Mark, Wordmark } from '../../ui/Mark.tsx';
import { useTabTitle } from '../../ui/Page.tsx';
import { texts, useText } from '../../ui/text.ts';
import styles from './Welcome.module.css';

const TEXTS = texts('signIn.welcome', {
  en: {
    first: 'Two sides,',
    second: 'one table, one account.',
    promise: 'Draw the solution with the people who will live with it, and see from the first minute what it is worth to both.',
    local: 'On this computer: workspaces of three invented firms. Nothing leaves it.',
    come: 'Come in',
  },
  it: {
    first: 'Due parti,',
    second: 'un tavolo, un conto solo.',
    promise: 'Disegna la soluzione con chi la vivrà ogni giorno, e vedi dal primo minuto quanto vale per entrambi.',
    local: 'Su questo computer: gli spazi di tre aziende inventate. Da qui non esce nulla.',
    come: 'Entra',
  },
});

interface Props {
  children: ReactNode;
  /** The language switch. */
  corner: ReactNode;
  /** What the right side is about, if not about coming in. */
  title?: string;
  /** The examples on this machine: says that nothing leaves it. */
  local?: boolean;
}

export function Welcome({ children, corner, title, local = false }: Props) {
  const say = useText(TEXTS);
  const heading = title ?? say('come');
  useTabTitle(heading);
  return (
    <div className={styles.house}>
      <header className={styles.identity}>
        <Wordmark height={30} />
        <div className={styles.sign}><Mark height={280} /></div>
        <div className={styles.words}>
          <p className={styles.motto}>{say('first')}<br />{say('second')}</p>
          <p className={styles.promise}>{say('promise')}</p>
        </div>
        {local && <p className={styles.local}>{say('local')}</p>}
      </header>
      <main className={styles.entrance} id="main">
        <div className={styles.head}>
          <h1 className={styles.title}>{heading}</h1>
          {corner}
        </div>
        {children}
        {local && <p className={styles.localBelow}>{say('local')}</p>}
      </main>
    </div>
  );
}
