/**
 * The sources of value a project starts with, per template, in both languages: what to ask about, without any number.
 * Data and rows alone; nothing here writes.
 */
import type { NewRow } from '../../shared/documents/value.ts';
import type { TemplateId } from '../../shared/projects.ts';
import type { BothLanguages, Language } from '../../shared/sides.ts';
import type { SideOfValue } from '../../shared/value/model.ts';

export interface StartingDriver {
  label: BothLanguages;
  unit: BothLanguages;
  accruesTo: SideOfValue;
}

const driver = (en: string, it: string, unit: BothLanguages, accruesTo: SideOfValue = 'client'): StartingDriver => ({ label: { en, it }, unit, accruesTo });
const a = (en: string, it: string): BothLanguages => ({ en: `${en}/year`, it: `${it}/anno` });
const HOURS = a('hours', 'ore');
const CASES = a('cases', 'casi');

/** Templates do not know the customer's numbers: everything but the question is left open. */
export const DRIVERS: Readonly<Record<TemplateId, readonly StartingDriver[]>> = {
  'blank': [],
  'one-customer': [
    driver('Paid contacts sent to duplicates', 'Contatti pagati inviati a doppioni', a('contacts', 'contatti')),
    driver('Extra orders of recognised customers', 'Ordini in più di clienti riconosciuti', a('orders', 'ordini')),
    driver('Hours spent looking a customer up', 'Ore perse a cercare il cliente', HOURS),
    driver('Complaints and privacy requests on wrong profiles', 'Reclami e richieste privacy su profili errati', a('requests', 'richieste')),
  ],
  'mobility': [
    driver('Car-days lost', 'Giorni-auto persi', a('days', 'giorni')),
    driver('Unplanned repairs', 'Riparazioni impreviste', a('EUR', 'EUR')),
    driver('Fuel per km driven', 'Carburante per km percorso', a('km', 'km')),
    driver('Fleet paperwork', 'Pratiche della flotta', HOURS),
    driver('Workshop hours filled by planned work', 'Ore officina riempite da lavori programmati', HOURS, 'seller'),
  ],
  'health': [
    driver('Bed-days', 'Giornate di degenza', a('bed-days', 'giornate')),
    driver('Readmissions within 30 days', 'Riammissioni entro 30 giorni', CASES),
    driver('Operations cancelled on the day', 'Interventi annullati il giorno stesso', CASES),
    driver('Nurse hours on paper charts', 'Ore infermieri su cartelle di carta', HOURS),
  ],
};

const FIRST_SCENARIO: BothLanguages = { en: 'Our first idea', it: 'La nostra prima idea' };

/** The same ids on every server, as with areas: should two of them begin one room, there is still one of each. */
export function startingRows(template: TemplateId, language: Language): NewRow[] {
  const drivers = DRIVERS[template].map(({ label, unit, accruesTo }, nth) => ({
    id: `drv_template-${nth + 1}`, values: { code: `A${nth + 1}`, label: label[language], unit: unit[language], accruesTo },
  }));
  return [...drivers, { id: 'scn_template-1', values: { code: 'S1', name: FIRST_SCENARIO[language] } }];
}
