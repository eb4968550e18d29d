/** Nodo Software and Modastile: one customer, one record. Every figure comes from the example's data and its reference results. */
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
  proposal: [
    { by: 'paolo', says: [
      {
        en: 'Modastile knows its customers four times over: 310,000 records in the shops, 420,000 loyalty cards, 285,000 e-shop accounts, 225,000 social accounts. One woman can be all four, and nobody at the till can tell. The loyalty desk keeps a spreadsheet of 2,300 doubles that it cannot untangle.',
        it: 'Modastile conosce i suoi clienti quattro volte: 310.000 anagrafiche nei negozi, 420.000 carte fedeltà, 285.000 account dell’e-shop, 225.000 account social. Una sola donna può essere tutti e quattro, e in cassa nessuno lo sa. L’ufficio fedeltà tiene un foglio con 2.300 doppioni che non riesce a sciogliere.',
      },
      {
        en: 'We want a shop assistant to greet by name somebody who has only ever bought online, and we agreed that the shops get no further screen for it.',
        it: 'Vogliamo che una commessa saluti per nome chi ha comprato solo online, e siamo d’accordo che per questo i negozi non avranno una schermata in più.',
      },
    ] },
    { by: 'lia', says: [
      {
        en: 'We count only what both of us can check. Each year 1,150,000 paid messages reach people who already had one; at €0.42 a message the hub stops three in ten of them, which with nine chances in ten of being right is worth €130,410 in a full year. We will read it off the same mailing and SMS invoices.',
        it: 'Contiamo solo ciò che entrambi possiamo controllare. Ogni anno 1.150.000 messaggi pagati arrivano a chi ne aveva già ricevuto uno; a 0,42 € l’uno, l’anagrafica unica ne ferma tre su dieci: con nove probabilità su dieci di avere ragione valgono 130.410 € in un anno pieno. Li leggeremo sulle stesse fatture di mailing e SMS.',
      },
      {
        en: 'The shops spend 12,000 hours a year looking customers up; €92,880 of that time comes back. Recognised customers order a little more often, worth €113,925, but the margin per order behind this figure still waits for controlling, so we hold it at 70% confidence.',
        it: 'I negozi passano 12.000 ore l’anno a cercare i clienti: ne tornano indietro 92.880 €. I clienti riconosciuti ordinano un po’ più spesso, per 113.925 €, ma il margine per ordine deve ancora confermarlo il controllo di gestione: per questo teniamo la fiducia al 70%.',
      },
    ] },
    { by: 'marta', says: [
      {
        en: 'We nearly chose another way: a new CRM, and every record moved at once. Its value starts only after fourteen months, and until then the shops keep four records. Together we would lose €49,003 over three years, Modastile alone €166,316. We say so here because it was almost approved.',
        it: 'Abbiamo quasi scelto un’altra strada: un CRM nuovo e tutte le anagrafiche spostate in una volta. Il valore parte solo dopo quattordici mesi, e intanto i negozi restano con quattro anagrafiche. Insieme perderemmo 49.003 € in tre anni, Modastile da sola 166.316 €. Lo scriviamo qui perché era quasi approvato.',
      },
      {
        en: 'The hub has a doubt of its own: if the source data stay dirty, it shows the dirt faster. A pilot in 8 shops and the e-shop would prove the match rate in 12 weeks.',
        it: 'Anche l’anagrafica unica ha il suo dubbio: se i dati di origine restano sporchi, mostra lo sporco più in fretta. Un pilota in 8 negozi e nell’e-shop proverebbe il tasso di abbinamento in 12 settimane.',
      },
    ] },
    { by: 'ivo', says: [
      {
        en: 'One golden record above the systems that exist. Tills, cards, e-shop and social accounts stay where they are; the hub links them and gives each customer one profile and one consent page. Doubles that differ only by a prefix or an accent, 62% of them, are merged overnight; people decide about the rest.',
        it: 'Un solo profilo sopra i sistemi che ci sono. Casse, carte, e-shop e account social restano dove sono; l’anagrafica unica li collega e dà a ogni cliente un profilo e una pagina di consensi. I doppioni che differiscono solo per un prefisso o un accento, il 62%, si uniscono di notte; sul resto decidono le persone.',
      },
    ] },
  ],
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
