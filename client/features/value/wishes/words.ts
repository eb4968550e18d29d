/** Words of the client's wishes and of constraints. */
import { texts } from '../../../ui/text.ts';

export const WORDS = texts('value.wishes', {
  en: {
    wishes: 'What {{client}} wishes', wishesHint: 'Weight says how much it matters; scores go from 0 (not at all) to 5 (fully).', wish: 'Wish', weight: 'Weight', score: '{{code}}', scoreOf: '{{wish}}, score of {{code}}', weightOf: '{{wish}}, weight', unnamedWish: 'Wish without words',
    fit: 'Fit', addWish: 'Add a wish', newWish: 'New wish', noWishes: 'What matters to {{client}} besides money? Written down, each scenario can be held against it.', noFit: 'no scores',
    constraints: 'What must be respected', constraint: 'Constraint', measure: 'Measured by', limit: 'Limit', addConstraint: 'Add a constraint', newConstraint: 'New constraint', unnamedConstraint: 'Constraint without words', noConstraints: 'Is there something that no scenario may cross: an amount, a date, a promise?',
    judged: 'People judge', upfrontAtMost: 'Paid at first, at most', firstYearPaidAtMost: 'Paid by the end of year 1, at most', paybackAtMost: 'Pays back within, years', clientNpvAtLeast: '{{client}} keeps at least',
    open: 'Not judged yet', openLimit: 'No limit yet', kept: 'Kept', violated: 'Violated', judge: '{{constraint}} in {{code}}', limitOf: 'Limit of “{{constraint}}”', years: 'years', of: '{{row}}: {{field}}',
  },
  it: {
    wishes: 'Che cosa desidera {{client}}', wishesHint: 'Il peso dice quanto conta; i punteggi vanno da 0 (per niente) a 5 (del tutto).', wish: 'Desiderio', weight: 'Peso', score: '{{code}}', scoreOf: '{{wish}}, punteggio di {{code}}', weightOf: '{{wish}}, peso', unnamedWish: 'Desiderio senza parole',
    fit: 'Aderenza', addWish: 'Aggiungi un desiderio', newWish: 'Nuovo desiderio', noWishes: 'Che cosa conta per {{client}} oltre al denaro? Se è scritto, ogni scenario può misurarsi con questo.', noFit: 'senza punteggi',
    constraints: 'Che cosa va rispettato', constraint: 'Vincolo', measure: 'Si misura con', limit: 'Limite', addConstraint: 'Aggiungi un vincolo', newConstraint: 'Nuovo vincolo', unnamedConstraint: 'Vincolo senza parole', noConstraints: 'C’è qualcosa che nessuno scenario può superare: un importo, una data, una promessa?',
    judged: 'Lo giudicano le persone', upfrontAtMost: 'Pagato all’inizio, al massimo', firstYearPaidAtMost: 'Pagato entro il primo anno, al massimo', paybackAtMost: 'Rientra entro, anni', clientNpvAtLeast: 'A {{client}} resta almeno',
    open: 'Da giudicare', openLimit: 'Ancora senza limite', kept: 'Rispettato', violated: 'Violato', judge: '{{constraint}} in {{code}}', limitOf: 'Limite di «{{constraint}}»', years: 'anni', of: '{{row}}: {{field}}',
  },
});
