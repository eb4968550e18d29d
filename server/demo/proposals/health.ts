/** What MedArco and the San Rocco clinic have written so far. Figures in braces follow the model: `{C3.baseline}`. */
import type { StorySection } from '../prose.ts';

export const healthProposal: readonly StorySection[] = [
  { by: 'carlo', areas: ['fears', 'observations'], says: [
    {
      en: '420 people a year come to San Rocco for a knee and stay 4.2 days. {C3.baseline} operations are cancelled on the day itself, nine in ten of them for patients whom nobody had called in the week before; 9% of the rehabilitation visits are missed. Behind the figures stands a sentence from bed 12: “I am afraid I will not climb my stairs again.”',
      it: '420 persone l’anno vengono al San Rocco per un ginocchio e restano 4,2 giorni. {C3.baseline} interventi si annullano il giorno stesso, nove su dieci per pazienti che nessuno aveva chiamato nella settimana prima; il 9% delle visite di riabilitazione salta. Dietro i numeri c’è una frase dal letto 12: «Ho paura di non risalire più le mie scale.»',
    },
  ] },
  { by: 'tomas', says: [
    {
      en: 'We commit to what a patient would notice: a shorter stay, fewer returns within thirty days (5.5% today), fewer operations called off at six in the morning, a physiotherapist who has seen the knee before the patient walks in. The clinic measures each of them from its own records.',
      it: 'Ci impegniamo su ciò che un paziente noterebbe: una degenza più breve, meno rientri entro trenta giorni (oggi il 5,5%), meno interventi disdetti alle sei del mattino, un fisioterapista che ha visto il ginocchio prima che il paziente entri. La clinica misura ognuno di questi risultati sui propri registri.',
    },
    { live: 'drivers', of: 'H2' },
  ] },
  { by: 'bianca', areas: ['solution'], says: [
    {
      en: 'A preparation class, the operation, ninety days of follow-up from afar, and one person with a name to call in that time. The pathway needs eleven fields, none of them a name, and they stay in the clinic. Patients who do not use an app keep the telephone.',
      it: 'Un corso di preparazione, l’intervento, novanta giorni di controllo a distanza e una persona con nome da chiamare in quel tempo. Al percorso bastano undici campi, nessuno è un nome, e restano in clinica. Chi non usa un’app tiene il telefono.',
    },
  ] },
  { by: 'irene', says: [
    {
      en: 'The order as purchasing drafted it, two devices and a service contract, would come to {H0.clientNpv} for the clinic over five years. We can deliver the devices tomorrow; your numbers say start without them. Home first leaves {H2.npv} for both of us, the full pathway {H1.npv}.',
      it: 'L’ordine preparato dall’ufficio acquisti, due apparecchi e un contratto di assistenza, per la clinica farebbe {H0.clientNpv} in cinque anni. Gli apparecchi possiamo consegnarli domani; i vostri numeri dicono di cominciare senza. «Prima a casa» lascia {H2.npv} a tutti e due, il percorso completo {H1.npv}.',
    },
    { compare: ['H0', 'H1', 'H2'], shows: ['npv', 'roi', 'payback'] },
    {
      en: 'One doubt stays open: a shorter stay depends on help at home, which some patients do not have.',
      it: 'Un dubbio resta aperto: una degenza più breve dipende da un aiuto a casa che alcuni pazienti non hanno.',
    },
  ] },
  { by: 'bianca', says: [
    {
      en: 'No name, no address and no date of birth leaves the clinic. The pathway works with a number that only San Rocco can turn back into a person, and a patient who says no loses nothing but the reminders.',
      it: 'Nessun nome, nessun indirizzo e nessuna data di nascita esce dalla clinica. Il percorso lavora con un numero che solo il San Rocco può ricondurre a una persona, e chi dice di no perde soltanto i promemoria.',
    },
  ] },
  { by: 'irene', says: [
    {
      en: 'Part of our fee depends on what the clinic measures itself. Counted that way the two of us gain {H2.npv} over five years, and what we put in is back after {H2.payback}. Nurses get hours back that today go onto paper: {C6.worth} in a full year.',
      it: 'Una parte del nostro canone dipende da ciò che la clinica misura da sé. Contato così, in cinque anni guadagniamo {H2.npv} tutti e due, e quello che mettiamo torna dopo {H2.payback}. Agli infermieri tornano le ore che oggi vanno sulla carta: {C6.worth} in un anno pieno.',
    },
    { live: 'split', of: 'H2' },
    { live: 'flows', of: 'H2' },
  ] },
  { by: 'tomas', says: [
    {
      en: 'Carlo’s nurses choose the first twenty patients. Tomas is on the ward for those twenty, then one morning a week; from the ninetieth day on the ward runs the pathway without us.',
      it: 'Gli infermieri di Carlo scelgono i primi venti pazienti. Per quei venti Tomas è in reparto, poi una mattina la settimana; dal novantesimo giorno il reparto porta avanti il percorso senza di noi.',
    },
  ] },
  { by: 'carlo', says: [
    {
      en: 'Anna decides for San Rocco, on one frozen version. Until then every sentence here can still be argued with.',
      it: 'Per il San Rocco decide Anna, su una versione congelata. Fino ad allora ogni frase qui si può ancora discutere.',
    },
  ] },
];
