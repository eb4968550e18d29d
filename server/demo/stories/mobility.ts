/** Autovia Romagna and Il Ponte: mobility, not cars. Every figure comes from the example's data and its reference results. */
import { mobilityProposal } from '../proposals/mobility.ts';
import type { Story } from '../story.ts';

export const mobility: Story = {
  id: 'dealer-mobility',
  template: 'mobility',
  stage: 'count',
  sellerName: 'Autovia Romagna',
  clientName: { en: 'Il Ponte', it: 'Il Ponte' },
  host: 'dario',
  people: {
    dario: { email: 'dario@autovia.example', job: { en: 'Leads the relation', it: 'Conduce la relazione' } },
    nadia: { email: 'nadia@autovia.example', job: { en: 'Finance and insurance', it: 'Finanziamenti e assicurazioni' } },
    elio: { email: 'elio@autovia.example', job: { en: 'Workshop', it: 'Officina' } },
    sara: { email: 'sara@ilponte.example', job: { en: 'Draws the solution', it: 'Disegna la soluzione' } },
    ugo: { email: 'ugo@ilponte.example', job: { en: 'Approves', it: 'Approva' } },
  },
  notes: [
    { id: 'b-n2', by: 'ugo', lies: 'fears', kind: 'fear', says: { note: 'b-n2' } },
    { id: 'b-n1', by: 'sara', lies: 'fears', kind: 'fear', says: { note: 'b-n1' } },
    { id: 'b-n3', by: 'sara', lies: 'hopes', kind: 'hope', says: { note: 'b-n3' } },
    { id: 'b-budget', by: 'ugo', lies: 'hopes', kind: 'hope', says: {
      en: 'A budget that does not jump in the month a gearbox goes.',
      it: 'Un bilancio che non salta nel mese in cui cede un cambio.',
    } },
    { id: 'b-n4', by: 'dario', lies: 'observations', kind: 'observation', says: { note: 'b-n4' } },
    { id: 'b-n5', by: 'elio', lies: 'observations', kind: 'insight', says: { note: 'b-n5' } },
    { id: 'b-n8', by: 'nadia', lies: 'needs', kind: 'question', says: { note: 'b-n8' } },
    { id: 'b-standin', by: 'sara', lies: 'needs', kind: 'need', says: {
      en: 'Another car before the next visit is due.',
      it: 'Un’altra auto prima della visita successiva.',
    } },
    { id: 'b-test', by: 'sara', lies: 'ideas', kind: 'idea', says: {
      en: 'Try the pool for two weeks with 4 cars, night shifts included.',
      it: 'Provare il pool due settimane con 4 auto, turni di notte compresi.',
    } },
    { id: 'b-pool', by: 'elio', lies: 'ideas', kind: 'idea', says: { story: 'M2' } },
    { id: 'b-days', by: 'sara', lies: 'facts', kind: 'fact', says: {
      en: '36 cars, each off the road 7.5 days last year.',
      it: '36 auto, ferme 7,5 giorni ciascuna l’anno scorso.',
    } },
    { id: 'b-repairs', by: 'ugo', lies: 'facts', kind: 'fact', says: {
      en: '€1,900 a car in repairs that nobody had planned.',
      it: '1.900 € ad auto di riparazioni che nessuno aveva previsto.',
    } },
    { id: 'b-B2', by: 'elio', lies: 'value', kind: 'value', says: { driver: 'B2', of: 'M1' } },
    { id: 'b-B1', by: 'sara', lies: 'value', kind: 'value', says: { driver: 'B1', of: 'M1' } },
    { id: 'b-B4', by: 'nadia', lies: 'value', kind: 'value', says: { driver: 'B4', of: 'M1' } },
    { id: 'b-pack', by: 'dario', lies: 'solution', kind: 'solution', says: { story: 'M1' } },
    { id: 'b-checks', by: 'elio', lies: 'solution', kind: 'solution', says: {
      en: 'Checks at your depot, outside the morning round.',
      it: 'Controlli nella vostra sede, fuori dal giro del mattino.',
    } },
    { id: 'b-n7', by: 'dario', lies: 'ground', kind: 'doubt', says: { note: 'b-n7' } },
  ],
  backstage: [{ id: 'b-n6', by: 'nadia', says: { note: 'b-n6' } }],
  connectors: [
    { from: 'b-n1', to: 'b-standin' },
    { from: 'b-n7', to: 'b-pool' },
    { from: 'b-repairs', to: 'b-B2' },
  ],
  proposal: mobilityProposal,
  comments: [
    { by: 'sara', on: 'b-n7', audience: 'everyone', minutesAgo: 51, says: {
      en: 'By day perhaps not. At night I do not know yet, and that is where it hurts.',
      it: 'Di giorno forse no. Di notte non lo so ancora, ed è lì che fa male.',
    } },
    { by: 'nadia', on: 'b-n7', audience: 'internal', minutesAgo: 47, says: {
      en: 'With 32 cars we finance less. I would still test it with them first.',
      it: 'Con 32 auto finanziamo meno. Io lo proverei comunque prima con loro.',
    } },
    { by: 'dario', on: 'b-n7', audience: 'everyone', minutesAgo: 40, mentions: ['ugo'], says: {
      en: '@Ugo Shall we lend you 4 cars for two weeks before anybody signs?',
      it: '@Ugo Vi prestiamo 4 auto per due settimane prima che qualcuno firmi?',
    } },
  ],
  value: {
    client: 'sara',
    onTable: 'M1',
    agreed: { seller: ['B1', 'B2', 'B3', 'B4', 'B5', 'B7', 'B8'], client: ['B1', 'B2', 'B4', 'B5', 'B6'] },
    wishes: [
      { says: { en: 'No nurse waits for a car in the morning', it: 'Nessuna infermiera aspetta un’auto la mattina' }, weight: 5, scores: [2, 4, 3] },
      { says: { en: 'One fee without small print', it: 'Un solo canone senza clausole' }, weight: 4, scores: [3, 4, 4] },
      { says: { en: 'One telephone number for everything', it: 'Un solo numero di telefono per tutto' }, weight: 3, scores: [2, 5, 5] },
    ],
    outcomes: [
      { says: { en: 'First visits that begin on time', it: 'Prime visite che iniziano in orario' }, unit: { en: '% of mornings', it: '% delle mattine' }, baseline: 88, target: 97 },
    ],
    constraints: [
      { says: { en: 'At most 50,000 paid in the first year', it: 'Al massimo 50.000 pagati il primo anno' }, measure: 'firstYearPaidAtMost', limit: 50_000 },
    ],
    options: [
      { says: { en: 'Planned maintenance', it: 'Manutenzione programmata' }, about: 'maintenance', sellerYearly: 2_400, yearly: 3_600, effects: { B1: 0.05, B2: 0.08 } },
      { says: { en: 'Warranty extension to five years', it: 'Estensione di garanzia a cinque anni' }, about: 'warranty', sellerYearly: 1_900, yearly: 2_500, effects: { B2: 0.06 } },
      { says: { en: 'Insurance of the whole fleet', it: 'Assicurazione di tutta la flotta' }, about: 'insurance', sellerYearly: 900, yearly: 1_500, effects: { B3: 0.05 } },
    ],
    financing: [
      {
        says: { en: 'Loan, 60 months', it: 'Finanziamento, 60 mesi' }, form: 'loan', amount: 18_000, months: 60, nominalRate: 0.059, fee: 250, riskBearer: 'client',
        included: { en: 'The car is yours; insurance and maintenance are not inside.', it: 'L’auto è vostra; assicurazione e manutenzione sono a parte.' },
      },
      {
        says: { en: 'Lease, 48 months', it: 'Leasing, 48 mesi' }, form: 'lease', amount: 18_000, months: 48, upfront: 2_000, monthly: 262, residual: 6_300, riskBearer: 'client',
        included: { en: 'The car is yours after the last payment.', it: 'L’auto è vostra dopo l’ultimo pagamento.' },
      },
      {
        says: { en: 'Rental, 48 months', it: 'Noleggio, 48 mesi' }, form: 'rental', amount: 18_000, months: 48, monthly: 398, riskBearer: 'seller',
        included: { en: 'Insurance and maintenance inside; the car goes back.', it: 'Assicurazione e manutenzione comprese; l’auto si restituisce.' },
      },
    ],
  },
};
