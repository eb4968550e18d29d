/** MedArco and the San Rocco clinic: health, not devices. Every figure comes from the example's data and its reference results. */
import type { Story } from '../story.ts';

export const health: Story = {
  id: 'clinic-health',
  template: 'health',
  stage: 'draw',
  sellerName: 'MedArco',
  clientName: { en: 'San Rocco clinic', it: 'Clinica San Rocco' },
  host: 'irene',
  people: {
    irene: { email: 'irene@medarco.example', job: { en: 'Leads the relation', it: 'Conduce la relazione' } },
    tomas: { email: 'tomas@medarco.example', job: { en: 'Clinical application', it: 'Applicazione clinica' } },
    bianca: { email: 'bianca@medarco.example', job: { en: 'Data protection', it: 'Protezione dati' } },
    carlo: { email: 'carlo@sanrocco.example', job: { en: 'Draws the solution', it: 'Disegna la soluzione' } },
    anna: { email: 'anna@sanrocco.example', job: { en: 'Approves', it: 'Approva' } },
  },
  notes: [
    { id: 'c-n1', by: 'carlo', lies: 'fears', kind: 'fear', says: { note: 'c-n1' } },
    { id: 'c-n2', by: 'anna', lies: 'fears', kind: 'fear', says: { note: 'c-n2' } },
    { id: 'c-n3', by: 'carlo', lies: 'hopes', kind: 'hope', says: { note: 'c-n3' } },
    { id: 'c-home', by: 'anna', lies: 'hopes', kind: 'hope', says: {
      en: 'A bed is free because somebody is well enough to go home.',
      it: 'Un letto è libero perché qualcuno sta abbastanza bene da tornare a casa.',
    } },
    { id: 'c-n4', by: 'irene', lies: 'observations', kind: 'observation', says: { note: 'c-n4' } },
    { id: 'c-n5', by: 'bianca', lies: 'observations', kind: 'insight', says: { note: 'c-n5' } },
    { id: 'c-call', by: 'carlo', lies: 'needs', kind: 'need', says: {
      en: 'Every patient is called in the week before surgery.',
      it: 'Ogni paziente viene chiamato nella settimana prima dell’intervento.',
    } },
    { id: 'c-n8', by: 'tomas', lies: 'needs', kind: 'question', says: { note: 'c-n8' } },
    { id: 'c-phone', by: 'carlo', lies: 'ideas', kind: 'idea', says: {
      en: 'Keep the telephone for patients who do not use an app.',
      it: 'Tenere il telefono per i pazienti che non usano un’app.',
    } },
    { id: 'c-first', by: 'tomas', lies: 'ideas', kind: 'idea', says: { story: 'H2' } },
    { id: 'c-420', by: 'anna', lies: 'facts', kind: 'fact', says: {
      en: '420 knee patients a year, 4.2 days in bed each.',
      it: '420 pazienti ginocchio l’anno, 4,2 giorni di letto ciascuno.',
    } },
    { id: 'c-96', by: 'carlo', lies: 'facts', kind: 'fact', says: {
      en: '96 operations a year cancelled on the day itself.',
      it: '96 interventi l’anno annullati il giorno stesso.',
    } },
    { id: 'c-C1', by: 'anna', lies: 'value', kind: 'value', says: { driver: 'C1', of: 'H2' } },
    { id: 'c-C3', by: 'carlo', lies: 'value', kind: 'value', says: { driver: 'C3', of: 'H2' } },
    { id: 'c-C2', by: 'tomas', lies: 'value', kind: 'value', says: { driver: 'C2', of: 'H2' } },
    { id: 'c-path', by: 'irene', lies: 'solution', kind: 'solution', says: { story: 'H1' } },
    { id: 'c-fields', by: 'bianca', lies: 'solution', kind: 'solution', says: {
      en: 'Eleven fields, no name, and they stay in the clinic.',
      it: 'Undici campi, nessun nome, e restano in clinica.',
    } },
    { id: 'c-n7', by: 'irene', lies: 'ground', kind: 'doubt', says: { note: 'c-n7' } },
  ],
  backstage: [{ id: 'c-n6', by: 'tomas', says: { note: 'c-n6' } }],
  connectors: [
    { from: 'c-n4', to: 'c-n7' },
    { from: 'c-n7', to: 'c-first' },
    { from: 'c-96', to: 'c-C3' },
  ],
  proposal: [
    { by: 'carlo', says: [
      {
        en: '420 people a year come to San Rocco for a knee and stay 4.2 days. 96 operations are cancelled on the day itself, nine in ten of them for patients whom nobody had called in the week before; 9% of the rehabilitation visits are missed. Behind the figures stands a sentence from bed 12: “I am afraid I will not climb my stairs again.”',
        it: '420 persone l’anno vengono al San Rocco per un ginocchio e restano 4,2 giorni. 96 interventi si annullano il giorno stesso, nove su dieci per pazienti che nessuno aveva chiamato nella settimana prima; il 9% delle visite di riabilitazione salta. Dietro i numeri c’è una frase dal letto 12: «Ho paura di non risalire più le mie scale.»',
      },
    ] },
    { by: 'tomas', says: [
      {
        en: 'We commit to what a patient would notice: a shorter stay, fewer returns within thirty days (5.5% today), fewer operations called off at six in the morning, a physiotherapist who has seen the knee before the patient walks in. The clinic measures each of them from its own records.',
        it: 'Ci impegniamo su ciò che un paziente noterebbe: una degenza più breve, meno rientri entro trenta giorni (oggi il 5,5%), meno interventi disdetti alle sei del mattino, un fisioterapista che ha visto il ginocchio prima che il paziente entri. La clinica misura ognuno di questi risultati sui propri registri.',
      },
    ] },
    { by: 'bianca', says: [
      {
        en: 'A preparation class, the operation, ninety days of follow-up from afar, and one person with a name to call in that time. The pathway needs eleven fields, none of them a name, and they stay in the clinic. Patients who do not use an app keep the telephone.',
        it: 'Un corso di preparazione, l’intervento, novanta giorni di controllo a distanza e una persona con nome da chiamare in quel tempo. Al percorso bastano undici campi, nessuno è un nome, e restano in clinica. Chi non usa un’app tiene il telefono.',
      },
    ] },
    { by: 'irene', says: [
      {
        en: 'The order as purchasing drafted it, two devices and a service contract, would leave the clinic €66,232 worse off over five years. We can deliver the devices tomorrow; your numbers say start without them. Home first leaves €262,979 for both of us, the full pathway €248,138.',
        it: 'L’ordine preparato dall’ufficio acquisti, due apparecchi e un contratto di assistenza, farebbe perdere alla clinica 66.232 € in cinque anni. Gli apparecchi possiamo consegnarli domani; i vostri numeri dicono di cominciare senza. «Prima a casa» lascia 262.979 € a tutti e due, il percorso completo 248.138 €.',
      },
      {
        en: 'One doubt stays open: a shorter stay depends on help at home, which some patients do not have.',
        it: 'Un dubbio resta aperto: una degenza più breve dipende da un aiuto a casa che alcuni pazienti non hanno.',
      },
    ] },
  ],
  comments: [
    { by: 'carlo', on: 'c-n7', audience: 'everyone', minutesAgo: 63, says: {
      en: 'Thank you for saying it. The devices can wait; the calls cannot.',
      it: 'Grazie di averlo detto. Gli apparecchi possono aspettare, le telefonate no.',
    } },
    { by: 'bianca', on: 'c-n7', audience: 'internal', minutesAgo: 58, says: {
      en: 'A smaller first order, and we stay welcome in the clinic. I would do it.',
      it: 'Un primo ordine più piccolo, e in clinica restiamo i benvenuti. Io lo farei.',
    } },
    { by: 'irene', on: 'c-n7', audience: 'everyone', minutesAgo: 52, mentions: ['anna'], says: {
      en: '@Anna Home first costs €30,000 at the start instead of €120,000. Shall we count it together?',
      it: '@Anna «Prima a casa» costa 30.000 € all’inizio invece di 120.000 €. La contiamo insieme?',
    } },
  ],
  value: {
    client: 'carlo',
    onTable: 'H2',
    agreed: { seller: ['C1', 'C2', 'C3', 'C4', 'C6', 'C7'], client: ['C1', 'C3', 'C4', 'C6'] },
    wishes: [
      { says: { en: 'Patients arrive calm', it: 'I pazienti arrivano tranquilli' }, weight: 5, scores: [0, 4, 5] },
      { says: { en: 'Data stay in the clinic', it: 'I dati restano in clinica' }, weight: 4, scores: [5, 3, 4] },
      { says: { en: 'Nurses write less', it: 'Gli infermieri scrivono meno' }, weight: 3, scores: [1, 4, 3] },
    ],
    outcomes: [
      { says: { en: 'Climb the stairs again within six weeks', it: 'Risalgono le scale entro sei settimane' }, unit: { en: '% of patients', it: '% dei pazienti' }, baseline: 58, target: 75 },
      { says: { en: 'Know whom to call', it: 'Sanno chi chiamare' }, unit: { en: '% of patients', it: '% dei pazienti' }, baseline: 40, target: 95 },
    ],
    constraints: [
      { says: { en: 'No name of a patient leaves the clinic', it: 'Nessun nome di paziente esce dalla clinica' }, measure: 'judged', kept: ['kept', 'open', 'kept'] },
      { says: { en: 'Pays back within three years', it: 'Si ripaga entro tre anni' }, measure: 'paybackAtMost', limit: 3 },
    ],
    options: [
      { says: { en: 'Service of the devices', it: 'Assistenza sugli apparecchi' }, about: 'maintenance', sellerYearly: 3_000, yearly: 4_000, effects: { C3: 0.03 } },
    ],
    financing: [],
  },
};
