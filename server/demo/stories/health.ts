/** MedArco and the San Rocco clinic: health, not devices. Every figure comes from the example's data and its reference results. */
import { healthProposal } from '../proposals/health.ts';
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
  proposal: healthProposal,
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
