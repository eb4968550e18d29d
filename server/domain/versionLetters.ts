/**
 * The letters of an approval round, in both languages: to those asked, and to both sides when somebody has answered.
 * They say what was done and where to read; the content itself stays in Insieme.
 */
import type { Language } from '../../shared/sides.ts';
import type { Decision } from '../../shared/versions.ts';
import { oneLine } from './letters.ts';

interface Written {
  subject: string;
  text: string;
}

export interface RoundFacts {
  by: string;
  projectTitle: string;
  number: number;
  link: string | undefined;
}

const ending = (link: string | undefined): string => (link ? `\n\n${link}\n` : '\n');

export function roundLetter(language: Language, facts: RoundFacts): Written {
  const [by, title] = [oneLine(facts.by), oneLine(facts.projectTitle)];
  return language === 'it'
    ? {
        subject: `${by} ti propone la versione ${facts.number} di «${title}»`,
        text: `${by} ti propone la versione ${facts.number} di «${title}». Leggila, poi approva, chiedi modifiche o rispondi di no.${ending(facts.link)}`,
      }
    : {
        subject: `${by} puts version ${facts.number} of “${title}” to you`,
        text: `${by} puts version ${facts.number} of “${title}” to you. Read it, then approve, ask for changes or decline.${ending(facts.link)}`,
      };
}

const ANSWERED: Record<Language, Record<Decision, string>> = {
  en: { approve: 'approved', changes: 'asked for changes to', decline: 'declined' },
  it: { approve: 'ha approvato', changes: 'ha chiesto modifiche alla', decline: 'non ha approvato' },
};

/** To both sides, the one who answered too: who finds an answer in their name that they never gave must learn of it. */
export function answerLetter(language: Language, facts: RoundFacts & { decision: Decision; at: number; from: string }): Written {
  const [by, title] = [oneLine(facts.by), oneLine(facts.projectTitle)];
  const answered = ANSWERED[language][facts.decision];
  const when = new Date(facts.at).toISOString().replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
  if (language === 'en') {
    const sentence = `${by} ${answered} version ${facts.number} of “${title}”`;
    return { subject: sentence, text: `${sentence}, on ${when}, from ${facts.from}.${ending(facts.link)}` };
  }
  const version = facts.decision === 'changes' ? 'versione' : 'la versione';
  const sentence = `${by} ${answered} ${version} ${facts.number} di «${title}»`;
  return { subject: sentence, text: `${sentence}, il ${when}, da ${facts.from}.${ending(facts.link)}` };
}
