/** Words of promise and reality. */
import { texts } from '../../../ui/text.ts';

export const WORDS = texts('value.promise', {
  en: {
    title: 'Promised and brought', scenario: '{{code}} {{name}}', year: 'Year {{year}}', years: 'Year', driver: 'Driver', planned: 'Promised', actual: 'Really brought', kept: 'Of the plan', all: 'Together',
    cell: '{{code}}, really brought in year {{year}}', plannedCell: '{{code}}, promised for year {{year}}', keptCell: '{{code}}, part of the plan', formula: 'a full year × start-up of the year',
    keptBig: '{{share}} of the plan', keptSentence: '{{actual}} came of the {{planned}} that were promised.', notYet: 'Nothing is measured for this year yet.', notYetHint: 'Write what each driver really brought; the gain share follows.',
    incomplete_one: 'One driver is not measured yet; it counts as nothing until it is.', incomplete_other: '{{count}} drivers are not measured yet; they count as nothing until they are.',
    due: 'Gain share due', dueHow: '{{share}} of what {{client}} had above {{threshold}}', dueNone: 'No gain share is agreed', paid: '{{client}} pays {{seller}} for year {{year}}', paidHow: '{{fee}} fixed and {{due}} of the gain',
    chart: 'Promised and really brought, driver by driver', chartLabel: 'Year {{year}}: {{actual}} really brought of {{planned}} promised, {{kept}} of the plan.', chartLabelEmpty: 'Year {{year}}: {{planned}} promised, nothing measured yet.', missing: 'not measured',
    noScenario: 'When a scenario stands, its promise can be held against what really came.',
  },
  it: {
    title: 'Promesso e ottenuto', scenario: '{{code}} {{name}}', year: 'Anno {{year}}', years: 'Anno', driver: 'Leva', planned: 'Promesso', actual: 'Ottenuto davvero', kept: 'Del piano', all: 'Insieme',
    cell: '{{code}}, ottenuto davvero nell’anno {{year}}', plannedCell: '{{code}}, promesso per l’anno {{year}}', keptCell: '{{code}}, parte del piano', formula: 'un anno pieno × avvio dell’anno',
    keptBig: '{{share}} del piano', keptSentence: 'Sono arrivati {{actual}} dei {{planned}} promessi.', notYet: 'Per quest’anno non è ancora misurato nulla.', notYetHint: 'Scrivi quanto ha portato davvero ciascuna leva: la quota del guadagno ne segue.',
    incomplete_one: 'Una leva non è ancora misurata: finché non lo è, conta zero.', incomplete_other: '{{count}} leve non sono ancora misurate: finché non lo sono, contano zero.',
    due: 'Quota del guadagno dovuta', dueHow: '{{share}} di quanto {{client}} ha avuto oltre {{threshold}}', dueNone: 'Nessuna quota concordata', paid: '{{client}} paga a {{seller}} per l’anno {{year}}', paidHow: '{{fee}} fissi e {{due}} del guadagno',
    chart: 'Promesso e ottenuto, leva per leva', chartLabel: 'Anno {{year}}: ottenuti davvero {{actual}} dei {{planned}} promessi, cioè {{kept}} del piano.', chartLabelEmpty: 'Anno {{year}}: promessi {{planned}}, ancora nulla di misurato.', missing: 'non misurato',
    noScenario: 'Quando c’è uno scenario, la sua promessa si può confrontare con ciò che è arrivato davvero.',
  },
});
