/**
 * Every answer "no" that a person can get: its code, its HTTP status and its sentence in both languages.
 *
 * The code and the parameters travel; the sentence is chosen where it is read. Anything that is not
 * a `Refusal` is our bug and is answered as `something-went-wrong`, with nothing leaked.
 */
import type { Language } from './sides.ts';

interface Sentence {
  status: number;
  en: string;
  it: string;
}

/** `{name}` marks a parameter. What happened, what is safe, what to do; never a blame. */
export const REFUSALS = {
  'something-went-wrong': {
    status: 500,
    en: 'Something went wrong on our side. What was saved is safe. Please try again.',
    it: 'Qualcosa non ha funzionato da parte nostra. Quanto era salvato è al sicuro. Riprova.',
  },
  'not-now': {
    status: 503,
    en: 'The server cannot save just now. Nothing is lost. Please try again in a moment.',
    it: 'In questo momento il server non riesce a salvare. Non si è perso nulla. Riprova tra poco.',
  },
  /** Said by the page itself when a request came back with nothing: no network, or no server. */
  'no-answer': {
    status: 504,
    en: 'The server does not answer. What was saved is safe; check the network and try again.',
    it: 'Il server non risponde. Quanto era salvato è al sicuro; controlla la rete e riprova.',
  },
  'signed-out': {
    status: 401,
    en: 'You are signed out. Sign in, and you will find everything where you left it.',
    it: 'La tua sessione è chiusa. Accedi e ritroverai tutto dove lo hai lasciato.',
  },
  'not-found': {
    status: 404,
    en: 'There is nothing here, or it is not open to you.',
    it: 'Qui non c’è nulla, oppure non ti è aperto.',
  },
  'not-allowed': {
    status: 403,
    en: 'You can read this, but your role does not let you change it.',
    it: 'Puoi leggere, ma il tuo ruolo non ti permette di modificare.',
  },
  'unreadable': {
    status: 400,
    en: 'We could not read this request. Please check “{field}”.',
    it: 'Non riusciamo a leggere questa richiesta. Controlla «{field}».',
  },
  'too-large': {
    status: 413,
    en: 'This is too large to send. Please make it smaller.',
    it: 'È troppo grande da inviare. Prova a ridurlo.',
  },
  'unreadable-table': {
    status: 422,
    en: 'This file cannot be read as a table. Save it as .xlsx or .csv and try again; nothing was changed.',
    it: 'Questo file non si legge come tabella. Salvalo come .xlsx o .csv e riprova; non è cambiato nulla.',
  },
  'export-too-large': {
    status: 413,
    en: 'This proposal is too long to be laid out as a file. The text itself is safe. Please shorten it and try again.',
    it: 'Questa proposta è troppo lunga per farne un file. Il testo è al sicuro. Prova ad accorciarlo.',
  },
  'export-busy': {
    status: 503,
    en: 'Many files are being made just now. Please try again in a moment.',
    it: 'In questo momento si stanno preparando molti file. Riprova tra poco.',
  },
  'file-empty': {
    status: 422,
    en: 'There is nothing in this file. Please choose another one.',
    it: 'In questo file non c’è nulla. Scegline un altro.',
  },
  'too-many-files': {
    status: 409,
    en: 'This project holds as many files as it can. A link or words will do as well.',
    it: 'Questo progetto ha tutti i file che può tenere. Va bene anche un collegamento, o qualche parola.',
  },
  'too-many': {
    status: 429,
    en: 'That was a lot at once. Please wait a moment and try again.',
    it: 'Troppe richieste in poco tempo. Aspetta un momento e riprova.',
  },
  'conflict': {
    status: 409,
    en: 'Somebody else changed this a moment ago. Look at the new state and try again.',
    it: 'Un’altra persona l’ha modificato un attimo fa. Guarda com’è ora e riprova.',
  },
  'foreign-origin': {
    status: 403,
    en: 'This request came from another site and was not accepted.',
    it: 'La richiesta veniva da un altro sito e non è stata accettata.',
  },
  'mention-out-of-reach': {
    status: 422,
    en: 'This comment does not reach everyone it mentions. Choose other people or another audience.',
    it: 'Questo commento non arriva a tutte le persone che nomina. Scegli altre persone o altri destinatari.',
  },
  'own-doubt': {
    status: 403,
    en: 'A doubt is answered by the other side. You can say what came of it.',
    it: 'A un dubbio risponde l’altra parte. Tu puoi dire com’è finita.',
  },
  'doubt-answered': {
    status: 409,
    en: 'Somebody has answered these words already, so they stay. Raise another doubt, or take this one back.',
    it: 'A queste parole qualcuno ha già risposto, quindi restano. Solleva un altro dubbio, o ritira questo.',
  },
  'doubt-closed': {
    status: 409,
    en: 'This doubt is closed already. What was said stays as it is.',
    it: 'Questo dubbio è già chiuso. Ciò che è stato detto resta com’è.',
  },
  'wrong-sign-in': {
    status: 401,
    en: 'That address and password do not belong together. Check both, or ask for a sign-in link.',
    it: 'L’indirizzo e la password non corrispondono. Controllali entrambi, oppure chiedi un link per accedere.',
  },
  'wrong-password': {
    status: 400,
    en: 'That is not your present password. Nothing was changed.',
    it: 'Non è la tua password attuale. Non è cambiato nulla.',
  },
  'link-used': {
    status: 410,
    en: 'This link has been used already or is too old. Ask for a new one; it takes a moment.',
    it: 'Questo link è già stato usato o è scaduto. Chiedine uno nuovo: basta un attimo.',
  },
  'address-taken': {
    status: 409,
    en: 'Somebody with this e-mail address is here already. Sign in with it.',
    it: 'C’è già qualcuno con questo indirizzo e-mail. Accedi con quello.',
  },
  'set-up-done': {
    status: 409,
    en: 'This workspace is set up already. Sign in to open it.',
    it: 'Questo spazio è già pronto. Accedi per aprirlo.',
  },
  'other-seat': {
    status: 409,
    en: 'Each person of the examples has an address of their own. Open {url}.',
    it: 'Ogni persona degli esempi ha un indirizzo tutto suo. Apri {url}.',
  },
  'invitation-expired': {
    status: 410,
    en: 'The invitation has expired. {host} can send you a new one.',
    it: 'L’invito è scaduto. {host} può mandartene un altro.',
  },
  'invitation-revoked': {
    status: 410,
    en: 'The invitation has been withdrawn. {host} can tell you more.',
    it: 'L’invito è stato ritirato. {host} può dirti di più.',
  },
  'invitation-used': {
    status: 410,
    en: 'The invitation has been used already; each works once. {host} can send you a new one.',
    it: 'L’invito è già stato usato: ognuno vale una volta sola. {host} può mandartene un altro.',
  },
  'invitation-for-another': {
    status: 403,
    en: 'This invitation was sent to another address. Sign in with that one, or ask {host} for an invitation of your own.',
    it: 'Questo invito è stato mandato a un altro indirizzo. Accedi con quello, oppure chiedi a {host} un invito per te.',
  },
  'invitation-too-wide': {
    status: 403,
    en: 'You can invite people to your own side, with a role up to your own. Approvers are invited by whoever leads the project.',
    it: 'Puoi invitare persone dalla tua parte, con un ruolo fino al tuo. Chi approva viene invitato da chi conduce il progetto.',
  },
  'too-many-invitations': {
    status: 429,
    en: 'This project has sent {count} invitations within a day. Tomorrow there is room for more.',
    it: 'Da questo progetto sono partiti {count} inviti in un giorno. Domani potrai mandarne altri.',
  },
  'approver-not-client': {
    status: 422,
    en: 'Only people on the client’s side can approve.',
    it: 'Può approvare solo chi sta dalla parte del cliente.',
  },
  'last-host': {
    status: 409,
    en: 'Somebody must lead this project. Make a colleague host first.',
    it: 'Qualcuno deve condurre questo progetto. Prima affidalo a una persona della tua parte.',
  },
  'other-content': {
    status: 409,
    en: 'What your screen shows is not what the server keeps. Nothing was recorded. Reload the page and read it again.',
    it: 'Quello che vedi sullo schermo non è quello che conserva il server. Non è stato registrato nulla. Ricarica la pagina e rileggi.',
  },
  'other-statement': {
    status: 409,
    en: 'The sentence on your screen is not the one for this version. Nothing was recorded. Reload the page and read it again.',
    it: 'La frase sul tuo schermo non è quella di questa versione. Non è stato registrato nulla. Ricarica la pagina e rileggi.',
  },
  'name-differs': {
    status: 422,
    en: 'Type your name as it stands here: {name}.',
    it: 'Scrivi il tuo nome così come lo conosciamo: {name}.',
  },
  'not-asked': {
    status: 403,
    en: 'This version was put to others of your side. You can read it here.',
    it: 'Questa versione è stata proposta ad altre persone della tua parte. Qui puoi leggerla.',
  },
  'already-answered': {
    status: 409,
    en: 'You have answered this version already. Your answer stands as it is.',
    it: 'Hai già risposto su questa versione. La tua risposta resta com’è.',
  },
  'round-closed': {
    status: 409,
    en: 'This round has ended meanwhile. Nothing was recorded.',
    it: 'Nel frattempo questo giro si è chiuso. Non è stato registrato nulla.',
  },
  'round-open': {
    status: 409,
    en: 'Another version is with the client just now. Wait for the answer, or withdraw it first.',
    it: 'Un’altra versione è ora dal cliente. Aspetta la risposta, oppure ritirala prima.',
  },
  'version-answered': {
    status: 409,
    en: 'Somebody has answered this version already. Freeze the text as it is now, and put that.',
    it: 'Qualcuno ha già risposto su questa versione. Congela il testo com’è ora e proponi quello.',
  },
  'not-approvers': {
    status: 422,
    en: 'A version is put to people of the client who may approve. Choose among them.',
    it: 'Una versione si propone a chi, dalla parte del cliente, può approvare. Scegli tra loro.',
  },
} as const satisfies Record<string, Sentence>;

export type RefusalCode = keyof typeof REFUSALS;
export type RefusalParams = Readonly<Record<string, string | number>>;

/** What an HTTP answer that refuses carries. */
export interface Refused {
  code: RefusalCode;
  params: RefusalParams;
}

/** An answer for the person who asked, not a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
    options?: { cause?: unknown },
  ) {
    super(sentenceFor(code, 'en', params), options);
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }
}

/** The sentence of a code in a language, with its parameters filled in. */
export function sentenceFor(code: RefusalCode, language: Language, params: RefusalParams = {}): string {
  return REFUSALS[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
