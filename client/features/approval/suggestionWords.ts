/** What freezing says of suggestions that nobody has answered, in both languages. */
import { texts } from '../../ui/text.ts';

export const SUGGESTION_WORDS = texts('approval.suggestions', {
  en: {
    open_one: '{{count}} suggestion in the proposal is still open',
    open_other: '{{count}} suggestions in the proposal are still open',
    by: 'Suggested by {{names}}. The copy holds the text as it is agreed: proposed words stay out, struck words stay in.',
    somebody: 'somebody',
    goTo_one: 'Go to it',
    goTo_other: 'Go to them',
    question_one: 'Freeze without the open suggestion?',
    question_other: 'Freeze without the {{count}} open suggestions?',
    what_one: 'It stays open in the living text. If it belongs into this copy, another side accepts it first.',
    what_other: 'They stay open in the living text. What belongs into this copy, another side accepts first.',
    verb_one: 'Freeze without it',
    verb_other: 'Freeze without them',
  },
  it: {
    open_one: '{{count}} modifica proposta nel testo è ancora aperta',
    open_other: '{{count}} modifiche proposte nel testo sono ancora aperte',
    by: 'Proposte da {{names}}. La copia tiene il testo concordato: le parole proposte restano fuori, quelle che si vorrebbero togliere restano dentro.',
    somebody: 'qualcuno',
    goTo_one: 'Vai alla modifica',
    goTo_other: 'Vai alle modifiche',
    question_one: 'Congelare senza la modifica aperta?',
    question_other: 'Congelare senza le {{count}} modifiche aperte?',
    what_one: 'Nel testo vivo resta aperta. Se deve stare in questa copia, prima un’altra parte la accoglie.',
    what_other: 'Nel testo vivo restano aperte. Quelle che devono stare in questa copia, prima un’altra parte le accoglie.',
    verb_one: 'Congela senza',
    verb_other: 'Congela senza',
  },
});
