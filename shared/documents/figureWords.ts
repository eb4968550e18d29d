/** The words of figures and live blocks, which the page, the frozen copy and every export say alike. */

export const FIGURE_WORDS = {
  en: {
    'worth': 'worth in a full year', 'baseline': 'today', 'unitValue': 'each worth', 'improvement': 'better by', 'confidence': 'how sure we are',
    'npv': 'net value together', 'fullYear': 'worth in a full year', 'roi': 'return', 'payback': 'payback',
    'clientNpv': 'net value for {client}', 'sellerNpv': 'net value for {seller}', 'sellerShare': 'share of {seller}',
    'head.worth': 'Worth', 'head.confidence': 'How sure', 'head.driver': 'In a full year', 'head.year': 'Year', 'head.joint': 'Together',
    'total': 'Everything together', 'start': 'Start', 'year': 'Year {year}',
    'driver.today': 'Today', 'driver.improvement': 'Better by', 'driver.unitValue': 'Each worth', 'driver.confidence': 'How sure we are',
    'driver.worth': 'Worth in a full year', 'driver.accrues': 'Benefits', 'driver.in': 'As in {scenario}',
    'scenario.npv': 'Together, {years}', 'scenario.roi': 'Return', 'scenario.payback': 'Payback', 'scenario.fullYear': 'A full year',
    'flows': 'Money in and out, year by year', 'split': 'How we share it', 'drivers': 'Where the value comes from',
    'overYears.one': 'over one year', 'overYears.other': 'over {years} years',
    'years.one': '{years} year', 'years.other': '{years} years',
    'missing': 'not known yet', 'never': 'not within these years', 'guarded': 'no split shown',
    'loses': '{side} would lose {amount}.', 'noSplit': 'No split is shown while one side loses.', 'jointLoss': 'Together we would lose money: no price can repair it.',
    'gone.figure': 'no longer in the model', 'gone.driver': 'This driver is no longer in the model', 'gone.scenario': 'This scenario is no longer in the model',
    'unfrozen': 'figure not frozen', 'untitled': 'Untitled', 'chart': 'Flows of {name}: {sums}.', 'chart.sum': '{when} {amount}',
  },
  it: {
    'worth': 'valore in un anno pieno', 'baseline': 'oggi', 'unitValue': 'valore di ognuno', 'improvement': 'miglioramento', 'confidence': 'quanto ne siamo sicuri',
    'npv': 'valore netto insieme', 'fullYear': 'valore in un anno pieno', 'roi': 'rendimento', 'payback': 'rientro',
    'clientNpv': 'valore netto per {client}', 'sellerNpv': 'valore netto per {seller}', 'sellerShare': 'parte di {seller}',
    'head.worth': 'Valore', 'head.confidence': 'Sicurezza', 'head.driver': 'In un anno pieno', 'head.year': 'Anno', 'head.joint': 'Insieme',
    'total': 'Tutto insieme', 'start': 'Inizio', 'year': 'Anno {year}',
    'driver.today': 'Oggi', 'driver.improvement': 'Miglioramento', 'driver.unitValue': 'Valore di ognuno', 'driver.confidence': 'Quanto ne siamo sicuri',
    'driver.worth': 'Valore in un anno pieno', 'driver.accrues': 'Va a', 'driver.in': 'Come in {scenario}',
    'scenario.npv': 'Insieme, {years}', 'scenario.roi': 'Rendimento', 'scenario.payback': 'Rientro', 'scenario.fullYear': 'Un anno pieno',
    'flows': 'Entrate e uscite, anno per anno', 'split': 'Come lo dividiamo', 'drivers': 'Da dove viene il valore',
    'overYears.one': 'in un anno', 'overYears.other': 'in {years} anni',
    'years.one': '{years} anno', 'years.other': '{years} anni',
    'missing': 'non si sa ancora', 'never': 'non in questi anni', 'guarded': 'non si divide',
    'loses': '{side} perderebbe {amount}.', 'noSplit': 'Finché una parte perde non si divide.', 'jointLoss': 'Insieme ci perderemmo: nessun prezzo può rimediare.',
    'gone.figure': 'non è più nel modello', 'gone.driver': 'Questa leva non è più nel modello', 'gone.scenario': 'Questo scenario non è più nel modello',
    'unfrozen': 'cifra non congelata', 'untitled': 'Senza titolo', 'chart': 'Flussi di {name}: {sums}.', 'chart.sum': '{when} {amount}',
  },
} as const;
export type FigureWord = keyof (typeof FIGURE_WORDS)['en'];

/** A sentence with its `{places}` filled in. */
export function sayFigure(language: 'en' | 'it', word: FigureWord, values: Readonly<Record<string, string | number>> = {}): string {
  return FIGURE_WORDS[language][word].replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''));
}
