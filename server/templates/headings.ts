/** The headings a proposal starts with, per template, in both languages. Data alone; nothing here writes. */
import type { TemplateId } from '../../shared/projects.ts';
import type { BothLanguages } from '../../shared/sides.ts';

const approval: BothLanguages = { en: 'Approval', it: 'Approvazione' };

/** Named for what comes out of it, never for what is sold. */
export const HEADINGS: Readonly<Record<TemplateId, readonly BothLanguages[]>> = {
  'blank': [
    { en: 'What we understood together', it: 'Cosa abbiamo capito insieme' },
    { en: 'What we want to reach, and how we measure it', it: 'Cosa vogliamo raggiungere e come lo misuriamo' },
    { en: 'Alternatives we examined and the doubts raised', it: 'Alternative esaminate e dubbi sollevati' },
    { en: 'The solution we draw', it: 'La soluzione che disegniamo' },
    { en: 'Who does what, by when', it: 'Chi fa cosa, entro quando' },
    { en: 'How we share costs and benefits', it: 'Come dividiamo costi e benefici' },
    approval,
  ],
  'one-customer': [
    { en: 'What we understood together', it: 'Cosa abbiamo capito insieme' },
    { en: 'The value we create and how we measure it', it: 'Il valore che creiamo e come lo misuriamo' },
    { en: 'Alternatives we examined and the doubts raised', it: 'Alternative esaminate e dubbi sollevati' },
    { en: 'The solution: one customer, one record', it: 'La soluzione: un cliente, una sola anagrafica' },
    { en: 'Who does what, by when', it: 'Chi fa cosa, entro quando' },
    { en: 'How we share costs and benefits', it: 'Come dividiamo costi e benefici' },
    { en: 'Consent, privacy and data quality', it: 'Consensi, privacy e qualità dei dati' },
    approval,
  ],
  'mobility': [
    { en: 'Your day on the road', it: 'La vostra giornata su strada' },
    { en: 'What mobility must guarantee', it: 'Cosa deve garantire la mobilità' },
    { en: 'Financing options, compared openly', it: 'Le forme di finanziamento, a confronto trasparente' },
    { en: 'Insurance and credit insurance', it: 'Assicurazione e assicurazione sul credito' },
    { en: 'Warranty extension and planned maintenance', it: 'Estensione di garanzia e manutenzione programmata' },
    { en: 'Alternatives and doubts', it: 'Alternative e dubbi' },
    { en: 'Shared value and fee', it: 'Valore condiviso e canone' },
    approval,
  ],
  'health': [
    { en: 'The patient’s journey today', it: 'Il percorso del paziente oggi' },
    { en: 'Health outcomes we commit to', it: 'I risultati di salute a cui ci impegniamo' },
    { en: 'The pathway', it: 'Il percorso' },
    { en: 'Alternatives and doubts', it: 'Alternative e dubbi' },
    { en: 'Data protection', it: 'Protezione dei dati' },
    { en: 'Measurement and outcome share', it: 'Misura e quota sui risultati' },
    { en: 'Roles, training, calendar', it: 'Ruoli, formazione, calendario' },
    approval,
  ],
};
