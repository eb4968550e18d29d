/** How columns and choices of a spreadsheet are called, in both languages. What one language writes, both read. */
import type { BothLanguages, Language } from '../../sides.ts';

const both = (en: string, it: string): BothLanguages => ({ en, it });

/** First cell of each table: it says what the rows are. */
export const TABLES = {
  settings: both('Setting', 'Impostazione'),
  drivers: both('Driver', 'Leva'),
  scenarios: both('Scenario', 'Scenario'),
  improvements: both('Improvement', 'Miglioramento'),
  wishes: both('Wish', 'Desiderio'),
  outcomes: both('Outcome', 'Risultato'),
  options: both('Option', 'Opzione'),
  financing: both('Financing', 'Finanziamento'),
} as const;
export type TableName = keyof typeof TABLES;

export const COLUMNS: Readonly<Record<string, BothLanguages>> = {
  value: both('Value', 'Valore'),
  years: both('Years', 'Anni'),
  discountRate: both('Discount rate', 'Tasso di sconto'),
  targetSellerShare: both('Seller’s target share', 'Quota obiettivo del venditore'),
  label: both('Name', 'Nome'),
  name: both('Name', 'Nome'),
  unit: both('Unit', 'Unità'),
  baseline: both('Today', 'Oggi'),
  baselineLow: both('Today, low', 'Oggi, minimo'),
  baselineHigh: both('Today, high', 'Oggi, massimo'),
  unitValue: both('Each worth', 'Vale'),
  unitValueLow: both('Each worth, low', 'Vale, minimo'),
  unitValueHigh: both('Each worth, high', 'Vale, massimo'),
  confidence: both('Sure', 'Certezza'),
  accruesTo: both('Accrues to', 'A chi va'),
  horizon: both('Horizon', 'Orizzonte'),
  source: both('Source', 'Fonte'),
  sourceLink: both('Link', 'Collegamento'),
  sourceBy: both('Given by', 'Fornita da'),
  story: both('Story', 'Storia'),
  clientOneOff: both('Client’s costs, once', 'Costi del cliente, una volta'),
  sellerOneOff: both('Seller’s costs, once', 'Costi del venditore, una volta'),
  clientYearly: both('Client’s costs, a year', 'Costi del cliente, all’anno'),
  sellerYearly: both('Seller’s costs, a year', 'Costi del venditore, all’anno'),
  upfront: both('Price, once', 'Prezzo, una volta'),
  yearly: both('Price, a year', 'Prezzo, all’anno'),
  gainShare: both('Gain share', 'Quota del guadagno'),
  threshold: both('Gain share above', 'Quota oltre'),
  weight: both('Weight', 'Peso'),
  target: both('Target', 'Obiettivo'),
  about: both('About', 'Riguarda'),
  form: both('Form', 'Forma'),
  amount: both('Price of the thing', 'Prezzo del bene'),
  months: both('Months', 'Mesi'),
  nominalRate: both('Nominal rate', 'Tasso nominale'),
  fee: both('Fee', 'Spese'),
  monthly: both('A month', 'Al mese'),
  residual: both('Residual', 'Riscatto'),
  riskBearer: both('Bears the risk', 'Chi rischia'),
  included: both('Included', 'Compreso'),
  id: both('id', 'id'),
};

export const rampColumn = (year: number): BothLanguages => both(`Ramp, year ${year}`, `Avvio, anno ${year}`);
/** Of a driver that starts otherwise than its scenario. */
export const rampOfScenario = (code: string, year: number): BothLanguages => both(`${code}, ramp, year ${year}`, `${code}, avvio, anno ${year}`);
export const lowOf = (code: string): BothLanguages => both(`${code}, low`, `${code}, minimo`);
export const highOf = (code: string): BothLanguages => both(`${code}, high`, `${code}, massimo`);

const CHOICES: Readonly<Record<string, BothLanguages>> = {
  client: both('client', 'cliente'), seller: both('seller', 'venditore'), both: both('both', 'entrambi'), other: both('other', 'altro'), lender: both('lender', 'finanziaria'),
  short: both('short', 'breve'), long: both('long', 'lungo'),
  maintenance: both('maintenance', 'manutenzione'), warranty: both('warranty', 'garanzia'), insurance: both('insurance', 'assicurazione'),
  loan: both('loan', 'prestito'), lease: both('lease', 'leasing'), rental: both('rental', 'noleggio'),
};

export const choiceWord = (choice: string, language: Language): string => CHOICES[choice]?.[language] ?? choice;

/** The choice that somebody wrote in either language; undefined for any other word. */
export function choiceOf(word: string, options: readonly string[]): string | undefined {
  const asked = plainWord(word);
  return options.find(option => [option, CHOICES[option]?.en, CHOICES[option]?.it].some(known => known !== undefined && plainWord(known) === asked));
}

/** Case, accents, kinds of apostrophe and doubled spaces make no difference. */
export const plainWord = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’'`´]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
