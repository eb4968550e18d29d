/**
 * The words of our letters, in both languages, as plain text: what people wrote is never markup in a letter.
 * Knows neither how letters travel nor where we are served; links come in ready.
 */
import type { Language } from '../../shared/sides.ts';

interface Written {
  subject: string;
  text: string;
}

/** One line of a person's or project's name: a line break in it must not become a header or a paragraph of ours. */
export function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Says where somebody was mentioned, never what was written: the words stay in Insieme. */
export function mentionLetter(language: Language, facts: { by: string; projectTitle: string; link: string | undefined }): Written {
  const [by, title] = [oneLine(facts.by), oneLine(facts.projectTitle)];
  const link = facts.link ? `\n\n${facts.link}` : '';
  return language === 'it'
    ? { subject: `${by} ti ha nominato in «${title}»`, text: `${by} ti ha nominato in un commento di «${title}».${link}\n` }
    : { subject: `${by} mentioned you in “${title}”`, text: `${by} mentioned you in a comment on “${title}”.${link}\n` };
}

/** Whoever did not ask need do nothing: the link alone opens nothing until it is pressed, and it dies soon. */
export function signInLetter(language: Language, facts: { name: string; link: string; minutes: number }): Written {
  const name = oneLine(facts.name);
  return language === 'it'
    ? {
        subject: 'Il tuo link per accedere a Insieme',
        text: `Ciao ${name},\n\ncon questo link accedi a Insieme. Vale ${facts.minutes} minuti e una volta sola:\n\n${facts.link}\n\nSe non l’hai chiesto tu, puoi ignorare questo messaggio.\n`,
      }
    : {
        subject: 'Your sign-in link for Insieme',
        text: `Hello ${name},\n\nthis link signs you in to Insieme. It works once, within ${facts.minutes} minutes:\n\n${facts.link}\n\nIf you did not ask for it, you can ignore this message.\n`,
      };
}

/** The link is the invitation: whoever holds it can accept it once, so the letter says from whom and for what. */
export function invitationLetter(language: Language, facts: { by: string; sellerName: string; projectTitle: string; link: string; days: number }): Written {
  const [by, firm, title] = [oneLine(facts.by), oneLine(facts.sellerName), oneLine(facts.projectTitle)];
  return language === 'it'
    ? {
        subject: `${by} ti invita a «${title}»`,
        text: `${by} (${firm}) ti invita a lavorare insieme a «${title}».\n\nApri l’invito da qui. Vale ${facts.days} giorni e una volta sola:\n\n${facts.link}\n`,
      }
    : {
        subject: `${by} invites you to “${title}”`,
        text: `${by} (${firm}) invites you to work together on “${title}”.\n\nOpen the invitation here. It works once, within ${facts.days} days:\n\n${facts.link}\n`,
      };
}
