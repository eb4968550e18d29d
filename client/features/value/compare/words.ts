/** Words of the comparison. */
import { texts } from '../../../ui/text.ts';

export const WORDS = texts('value.compare', {
  en: {
    title: 'Scenarios side by side', caption: 'Scenarios side by side, the best of each row marked', measure: 'Measure',
    onTable: 'On the table', nearly: 'Almost approved', open: 'Open {{code}}',
    money: 'Together', npv: 'Joint net value', npvHint: 'In today’s money, over {{years}} years', roi: 'Return', roiHint: 'Net value for each euro put in', payback: 'Payback', putIn: 'Put in by both', putInHint: 'All costs, in today’s money',
    sides: 'Each side', keeps: '{{firm}} keeps', split: 'Split', noSplit: 'No split shown: {{losers}}', loses: '{{firm}} loses {{amount}}', splitOf: '{{seller}} {{sellerShare}}, {{client}} {{clientShare}}',
    risk: 'Risk', breakEven: 'Must come true', breakEvenHint: 'The part of the benefits that pays for everything', at80: 'With a fifth less', at80Hint: 'Joint net value at 80% of the benefits', chance: 'Chance that a side loses', chanceHint: '{{draws}} draws, series {{seed}}', noRanges: 'nothing to draw yet', counting: 'counting…', failed: 'could not be counted',
    fit: 'Fit', fitRow: 'Fit to the client’s wishes', fitHint: 'Weighted scores, 0 to 5', noWishes: 'No wishes written down yet', unscored_one: '1 wish without a score', unscored_other: '{{count}} wishes without a score', noScores: 'no scores yet',
    constraints: 'Constraints', violated: 'Violated', noneViolated: 'none', noConstraints: 'none written down',
    why: '{{roiCode}} comes first by return, {{npvCode}} by value: {{roiCode}} gives {{roiReturn}} on what is put in and creates {{roiValue}}, {{npvCode}} gives {{npvReturn}} and creates {{npvValue}}, because it puts in {{putsMore}} more and gets {{getsMore}} more for it.',
    whyLess: '{{roiCode}} comes first by return, {{npvCode}} by value: {{npvCode}} creates {{getsMore}} more although its return is {{npvReturn}} and not {{roiReturn}}.',
    whyTitle: 'Why the best return is not the most value', never: 'never', unknown: 'cannot be said',
    one: 'There is only one scenario. With a second one you can compare.', none: 'There is no scenario to compare yet.',
  },
  it: {
    title: 'Scenari a confronto', caption: 'Scenari a confronto, con il migliore di ogni riga', measure: 'Misura',
    onTable: 'Sul tavolo', nearly: 'Quasi approvato', open: 'Apri {{code}}',
    money: 'Insieme', npv: 'Valore netto comune', npvHint: 'In moneta di oggi, in {{years}} anni', roi: 'Rendimento', roiHint: 'Valore netto per ogni euro messo', payback: 'Rientro', putIn: 'Messo da entrambi', putInHint: 'Tutti i costi, in moneta di oggi',
    sides: 'Ciascuna parte', keeps: 'A {{firm}} resta', split: 'Divisione', noSplit: 'Niente divisione: {{losers}}', loses: '{{firm}} perde {{amount}}', splitOf: '{{seller}} {{sellerShare}}, {{client}} {{clientShare}}',
    risk: 'Rischio', breakEven: 'Deve avverarsi', breakEvenHint: 'La parte dei benefici che ripaga tutto', at80: 'Con un quinto in meno', at80Hint: 'Valore netto comune all’80 % dei benefici', chance: 'Probabilità che una parte perda', chanceHint: '{{draws}} estrazioni, serie {{seed}}', noRanges: 'ancora nulla da estrarre', counting: 'sto contando…', failed: 'non si è potuta contare',
    fit: 'Aderenza', fitRow: 'Aderenza ai desideri del cliente', fitHint: 'Punteggi pesati, da 0 a 5', noWishes: 'Nessun desiderio scritto per ora', unscored_one: '1 desiderio senza punteggio', unscored_other: '{{count}} desideri senza punteggio', noScores: 'ancora senza punteggi',
    constraints: 'Vincoli', violated: 'Violati', noneViolated: 'nessuno', noConstraints: 'nessuno scritto',
    why: '{{roiCode}} è primo per rendimento, {{npvCode}} per valore: {{roiCode}} rende {{roiReturn}} di ciò che si mette e crea {{roiValue}}, {{npvCode}} rende {{npvReturn}} e crea {{npvValue}}, perché mette {{putsMore}} in più e ne ricava {{getsMore}} in più.',
    whyLess: '{{roiCode}} è primo per rendimento, {{npvCode}} per valore: {{npvCode}} crea {{getsMore}} in più anche se rende {{npvReturn}} e non {{roiReturn}}.',
    whyTitle: 'Perché il miglior rendimento non è il maggior valore', never: 'mai', unknown: 'non si può dire',
    one: 'C’è un solo scenario. Con un secondo puoi confrontare.', none: 'Non c’è ancora nessuno scenario da confrontare.',
  },
});
