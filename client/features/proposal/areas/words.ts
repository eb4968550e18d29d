/** The words of sections that stand on areas of the canvas, in both languages. */
import { texts } from '../../../ui/text.ts';

export const AREA_WORDS = texts('proposal.areas', {
  en: {
    menu: 'Areas of the canvas behind this section',
    of: 'Behind “{{section}}”',
    untitled: 'this section',
    noSection: 'Put the caret into a section first.',
    noAreas: 'The canvas has no areas yet.',
    tooMany: 'A section can stand on eight areas at most.',
    link: 'Link this section to “{{area}}”',
    unlink: 'Take the link to “{{area}}” away',
    asText: 'Note as text',
    asQuote: 'Note as a quotation',
    inProposal: 'In the proposal',
    toSection: 'In the proposal: {{section}}. Go there.',
  },
  it: {
    menu: 'Aree della tavola dietro questo capitolo',
    of: 'Dietro «{{section}}»',
    untitled: 'questo capitolo',
    noSection: 'Metti prima il cursore in un capitolo.',
    noAreas: 'Sulla tavola non ci sono ancora aree.',
    tooMany: 'Un capitolo può appoggiarsi su otto aree al massimo.',
    link: 'Collega questo capitolo a «{{area}}»',
    unlink: 'Togli il collegamento a «{{area}}»',
    asText: 'Biglietto come testo',
    asQuote: 'Biglietto come citazione',
    inProposal: 'Nella proposta',
    toSection: 'Nella proposta: {{section}}. Vai lì.',
  },
});
