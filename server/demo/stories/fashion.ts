/** Nodo Software and Modastile: one customer, one record. Every figure comes from the example's data and its reference results. */
import { fashionProposal } from '../proposals/fashion.ts';
import type { Story } from '../story.ts';

export const fashion: Story = {
  id: 'fashion-one-customer',
  template: 'one-customer',
  stage: 'write',
  sellerName: 'Nodo Software',
  clientName: { en: 'Modastile', it: 'Modastile' },
  host: 'marta',
  people: {
    marta: { email: 'marta@nodo.example', job: { en: 'Leads the relation', it: 'Conduce la relazione' } },
    ivo: { email: 'ivo@nodo.example', job: { en: 'Product', it: 'Prodotto' } },
    lia: { email: 'lia@nodo.example', job: { en: 'Finance', it: 'Finanza' } },
    paolo: { email: 'paolo@modastile.example', job: { en: 'Draws the solution', it: 'Disegna la soluzione' } },
    giulia: { email: 'giulia@modastile.example', job: { en: 'Approves', it: 'Approva' } },
  },
  notes: [
    { id: 'a-n1', by: 'paolo', lies: 'fears', kind: 'fear', says: { note: 'a-n1' } },
    { id: 'a-letters', by: 'giulia', lies: 'fears', kind: 'fear', says: {
      en: 'Four letters to the same lady, each with another name. Who signs the apology?',
      it: 'Quattro lettere alla stessa signora, ognuna con un nome diverso. Chi firma le scuse?',
    } },
    { id: 'a-wrong', by: 'paolo', lies: 'fears', kind: 'fear', says: {
      en: 'And if a link is wrong, a shop sees the purchases of somebody else.',
      it: 'E se un abbinamento è sbagliato, un negozio vede gli acquisti di altri.',
    } },
    { id: 'a-n2', by: 'paolo', lies: 'hopes', kind: 'hope', says: { note: 'a-n2' } },
    { id: 'a-consent', by: 'giulia', lies: 'hopes', kind: 'hope', says: {
      en: 'A consent that my mother understands in one minute.',
      it: 'Un consenso che mia madre capisce in un minuto.',
    } },
    { id: 'a-n3', by: 'marta', lies: 'observations', kind: 'observation', says: { note: 'a-n3' } },
    { id: 'a-n4', by: 'paolo', lies: 'observations', kind: 'observation', says: { note: 'a-n4' } },
    { id: 'a-n5', by: 'ivo', lies: 'observations', kind: 'insight', says: { note: 'a-n5' } },
    { id: 'a-till', by: 'paolo', lies: 'needs', kind: 'need', says: {
      en: 'Find a customer at the till in under ten seconds.',
      it: 'Trovare una cliente in cassa in meno di dieci secondi.',
    } },
    { id: 'a-n8', by: 'lia', lies: 'needs', kind: 'question', says: { note: 'a-n8' } },
    { id: 'a-merge', by: 'lia', lies: 'ideas', kind: 'idea', says: {
      en: 'Merge the easy 62% overnight. Ask people only about the rest.',
      it: 'Unire di notte il 62% facile. Chiedere alle persone solo del resto.',
    } },
    { id: 'a-pilot', by: 'paolo', lies: 'ideas', kind: 'idea', says: { story: 'S2' } },
    { id: 'a-records', by: 'marta', lies: 'facts', kind: 'fact', says: {
      en: '1,240,000 records in four sources.',
      it: '1.240.000 anagrafiche in quattro fonti.',
    } },
    { id: 'a-hours', by: 'paolo', lies: 'facts', kind: 'fact', says: {
      en: '48 shops × 5 hours a week looking customers up. Timed in 6 shops, together.',
      it: '48 negozi × 5 ore a settimana a cercare clienti. Cronometrate insieme in 6 negozi.',
    } },
    { id: 'a-A1', by: 'lia', lies: 'value', kind: 'value', says: { driver: 'A1', of: 'S1' } },
    { id: 'a-A2', by: 'paolo', lies: 'value', kind: 'value', says: { driver: 'A2', of: 'S1' } },
    { id: 'a-A3', by: 'paolo', lies: 'value', kind: 'value', says: { driver: 'A3', of: 'S1' } },
    { id: 'a-hub', by: 'marta', lies: 'solution', kind: 'solution', says: { story: 'S1' } },
    { id: 'a-screens', by: 'ivo', lies: 'solution', kind: 'solution', says: {
      en: 'Screens stay as they are. Her name appears on the till.',
      it: 'Le schermate restano quelle. Il suo nome appare in cassa.',
    } },
    { id: 'a-n7', by: 'marta', lies: 'ground', kind: 'doubt', says: { note: 'a-n7' } },
  ],
  backstage: [{ id: 'a-n6', by: 'lia', says: { note: 'a-n6' } }],
  connectors: [
    { from: 'a-letters', to: 'a-n8' },
    { from: 'a-n7', to: 'a-pilot' },
    { from: 'a-merge', to: 'a-A1' },
  ],
  proposal: fashionProposal,
  comments: [
    { by: 'paolo', on: 'a-n7', audience: 'everyone', minutesAgo: 42, says: {
      en: 'No. The shops must know her by name. Let us look at something smaller.',
      it: 'No. I negozi devono conoscerla per nome. Guardiamo qualcosa di più piccolo.',
    } },
    { by: 'ivo', on: 'a-n7', audience: 'internal', minutesAgo: 39, says: {
      en: 'We give up the big price, and gain a client who calls us back. I am with Marta.',
      it: 'Rinunciamo al prezzo alto e guadagniamo un cliente che ci richiama. Sto con Marta.',
    } },
    { by: 'marta', on: 'a-n7', audience: 'everyone', minutesAgo: 35, mentions: ['giulia'], says: {
      en: '@Giulia The hub and the pilot are drawn. Which numbers would you trust?',
      it: '@Giulia L’anagrafica unica e il pilota sono disegnati. Di quali numeri ti fideresti?',
    } },
    { by: 'giulia', on: 'a-A1', audience: 'everyone', minutesAgo: 24, says: {
      en: 'Can we say which invoices these are? My colleagues will ask.',
      it: 'Possiamo dire quali fatture sono? I miei colleghi lo chiederanno.',
    } },
    { by: 'marta', on: 'a-A1', audience: 'everyone', minutesAgo: 18, says: {
      en: 'Mailing and SMS, the last twelve months, from your own ledger.',
      it: 'Mailing e SMS, gli ultimi dodici mesi, dal vostro registro.',
    } },
  ],
  value: {
    client: 'paolo',
    onTable: 'S1',
    agreed: { seller: ['A1', 'A2', 'A3', 'A4'], client: ['A1', 'A3', 'A4', 'A5'] },
    wishes: [
      { says: { en: 'No further screen for the shops', it: 'Nessuna schermata in più nei negozi' }, weight: 5, scores: [1, 5, 4] },
      { says: { en: 'Something to see within one season', it: 'Qualcosa da vedere entro una stagione' }, weight: 4, scores: [1, 4, 5] },
      { says: { en: 'One consent page that anybody understands', it: 'Una pagina di consensi che tutti capiscono' }, weight: 3, scores: [4, 4, 1] },
      { says: { en: 'A way back if it does not work', it: 'Una via di ritorno se non funziona' }, weight: 3, scores: [0, 3, 5] },
    ],
    outcomes: [
      { says: { en: 'Customers recognised at the till', it: 'Clienti riconosciuti in cassa' }, unit: { en: '% of receipts', it: '% degli scontrini' }, baseline: 22, target: 65 },
      { says: { en: 'Time to find a customer', it: 'Tempo per trovare una cliente' }, unit: { en: 'seconds', it: 'secondi' }, baseline: 85, target: 10 },
    ],
    constraints: [
      { says: { en: 'At most 100,000 before anything runs', it: 'Al massimo 100.000 prima che qualcosa funzioni' }, measure: 'upfrontAtMost', limit: 100_000 },
      { says: { en: 'Shops stay open during the change', it: 'I negozi restano aperti durante il cambio' }, measure: 'judged', kept: ['violated', 'kept', 'kept'] },
    ],
    options: [
      { says: { en: 'Yearly cleaning of the source data', it: 'Pulizia annuale dei dati di origine' }, about: 'maintenance', sellerYearly: 4_000, yearly: 6_000, effects: { A1: 0.03, A5: 0.08 } },
    ],
    financing: [],
  },
};
