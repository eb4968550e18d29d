/** What Nodo and Modastile have written so far. Figures in braces follow the model: `{A1.worth}`. */
import type { StorySection } from '../prose.ts';

export const fashionProposal: readonly StorySection[] = [
  { by: 'paolo', areas: ['fears', 'hopes'], says: [
    {
      en: 'Modastile knows its customers four times over: 310,000 records in the shops, 420,000 loyalty cards, 285,000 e-shop accounts, 225,000 social accounts. One woman can be all four, and nobody at the till can tell. The loyalty desk keeps a spreadsheet of 2,300 doubles that it cannot untangle.',
      it: 'Modastile conosce i suoi clienti quattro volte: 310.000 anagrafiche nei negozi, 420.000 carte fedeltà, 285.000 account dell’e-shop, 225.000 account social. Una sola donna può essere tutti e quattro, e in cassa nessuno lo sa. L’ufficio fedeltà tiene un foglio con 2.300 doppioni che non riesce a sciogliere.',
    },
    {
      en: 'We want a shop assistant to greet by name somebody who has only ever bought online, and we agreed that the shops get no further screen for it.',
      it: 'Vogliamo che una commessa saluti per nome chi ha comprato solo online, e siamo d’accordo che per questo i negozi non avranno una schermata in più.',
    },
  ] },
  { by: 'lia', areas: ['value', 'facts'], says: [
    {
      en: 'We count only what both of us can check. Each year {A1.baseline} paid messages reach people who already had one; the hub stops three in ten of them. At nine chances in ten of being right that is worth {A1.worth} in a full year, and we will read it off the same mailing and SMS invoices.',
      it: 'Contiamo solo ciò che entrambi possiamo controllare. Ogni anno {A1.baseline} messaggi pagati arrivano a chi ne aveva già ricevuto uno; l’anagrafica unica ne ferma tre su dieci. Con nove probabilità su dieci di avere ragione valgono {A1.worth} in un anno pieno, e li leggeremo sulle stesse fatture di mailing e SMS.',
    },
    {
      en: 'The shops spend {A3.baseline} hours a year looking customers up; {A3.worth} of that time comes back. Recognised customers order a little more often, worth {A2.worth}, but the margin per order behind this figure still waits for controlling: so far we are {A2.confidence} sure of it, and say so.',
      it: 'I negozi passano {A3.baseline} ore l’anno a cercare i clienti: ne tornano indietro {A3.worth}. I clienti riconosciuti ordinano un po’ più spesso, per {A2.worth}, ma il margine per ordine deve ancora confermarlo il controllo di gestione: per ora ne siamo sicuri al {A2.confidence}, e lo diciamo.',
    },
    { live: 'drivers', of: 'S1' },
  ] },
  { by: 'marta', says: [
    {
      en: 'We nearly chose another way: a new CRM, and every record moved at once. Its value starts only after fourteen months, and until then the shops keep four records. Over three years it would come to {S0.npv} for the two of us, and to {S0.clientNpv} for Modastile alone. We say so here because it was almost approved.',
      it: 'Abbiamo quasi scelto un’altra strada: un CRM nuovo e tutte le anagrafiche spostate in una volta. Il valore parte solo dopo quattordici mesi, e intanto i negozi restano con quattro anagrafiche. In tre anni farebbe {S0.npv} per tutti e due, e {S0.clientNpv} per la sola Modastile. Lo scriviamo qui perché era quasi approvato.',
    },
    { compare: ['S0', 'S1', 'S2'], shows: ['npv', 'roi', 'payback'] },
    {
      en: 'The hub has a doubt of its own: if the source data stay dirty, it shows the dirt faster. A pilot in 8 shops and the e-shop would prove the match rate in 12 weeks.',
      it: 'Anche l’anagrafica unica ha il suo dubbio: se i dati di origine restano sporchi, mostra lo sporco più in fretta. Un pilota in 8 negozi e nell’e-shop proverebbe il tasso di abbinamento in 12 settimane.',
    },
  ] },
  { by: 'ivo', areas: ['solution'], says: [
    {
      en: 'One golden record above the systems that exist. Tills, cards, e-shop and social accounts stay where they are; the hub links them and gives each customer one profile and one consent page. Doubles that differ only by a prefix or an accent, 62% of them, are merged overnight; people decide about the rest.',
      it: 'Un solo profilo sopra i sistemi che ci sono. Casse, carte, e-shop e account social restano dove sono; l’anagrafica unica li collega e dà a ogni cliente un profilo e una pagina di consensi. I doppioni che differiscono solo per un prefisso o un accento, il 62%, si uniscono di notte; sul resto decidono le persone.',
    },
  ] },
  { by: 'paolo', says: [
    {
      en: 'We go in three steps, and each has a name beside it.',
      it: 'Andiamo in tre passi, e accanto a ognuno c’è un nome.',
    },
    { list: [
      { en: 'First the sources: the loyalty desk names an owner for each of the four, Ivo reads them without changing any.', it: 'Prima le fonti: l’ufficio fedeltà indica un responsabile per ognuna delle quattro, Ivo le legge senza cambiarne nessuna.' },
      { en: 'Then eight shops and the e-shop: Paolo measures the time at the till before and after.', it: 'Poi otto negozi e l’e-shop: Paolo misura il tempo in cassa, prima e dopo.' },
      { en: 'Then all 48 shops, one region a fortnight, never in the weeks of the sales.', it: 'Poi tutti i 48 negozi, una regione ogni due settimane, mai nelle settimane dei saldi.' },
    ] },
  ] },
  { by: 'lia', says: [
    {
      en: 'The hub makes the two of us better off by {S1.npv} over three years, and what we put in is back after {S1.payback}. At the price on the table Nodo keeps {S1.sellerShare} of it. Both of us want 30%: the gain share that leads there is on the value page.',
      it: 'L’anagrafica unica ci fa stare meglio di {S1.npv} in tre anni, e quello che mettiamo torna dopo {S1.payback}. Al prezzo sul tavolo Nodo ne tiene il {S1.sellerShare}. Tutti e due vogliamo il 30%: la quota sui guadagni che ci porta lì è nella pagina del valore.',
    },
    { live: 'split', of: 'S1' },
    { live: 'flows', of: 'S1' },
  ] },
  { by: 'ivo', says: [
    {
      en: 'Nobody’s consent is guessed. Where two records disagree, the narrower one counts until the customer has chosen on her own page. Every link between records can be undone by the loyalty desk, and the reason for it is kept.',
      it: 'Nessun consenso si indovina. Dove due anagrafiche non concordano vale quella più stretta, finché la cliente non ha scelto sulla sua pagina. Ogni abbinamento può essere sciolto dall’ufficio fedeltà, e il motivo resta scritto.',
    },
  ] },
  { by: 'marta', says: [
    {
      en: 'Giulia decides for Modastile. She reads one frozen version, in which every figure above stands still; what changes later shows beside it.',
      it: 'Per Modastile decide Giulia. Legge una versione congelata, in cui ogni cifra qui sopra sta ferma; quello che cambia dopo si vede accanto.',
    },
  ] },
];
