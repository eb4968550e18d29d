/** Words of honest doubts. */
import { texts } from '../../ui/text.ts';

export const WORDS = texts('doubts', {
  en: {
    titleOf: 'Honest doubts about {{scenario}}', titleAll: 'Honest doubts about the whole project', none: 'Nobody doubts this scenario. That can be good news, or nobody has asked yet.', noneAll: 'Nobody doubts the project as a whole. That can be good news, or nobody has asked yet.', raise: 'Raise an honest doubt',
    raiseTitle: 'Raise an honest doubt about {{scenario}}', raiseTitleAll: 'Raise an honest doubt about the whole project', raiseIntro: 'Also against your own interest. {{other}} can answer; whoever approves sees it until then.',
    words: 'What do you doubt?', wordsExample: 'Is the full migration really the project you need?', costs: 'What does it cost {{firm}} to say so?', costsExample: 'The larger price, and perhaps the whole order.', evidence: 'What speaks for it', evidenceHint: 'A figure, a source, something you saw. May stay empty.', send: 'Raise this doubt', cancel: 'Not now', missing: 'Say it in a few words.', close: 'Close',
    raised: 'Your doubt is on the table.', reword: 'Word it anew', rewordSend: 'Keep these words', anew: 'Worded anew on {{date}}', past: 'What it said before',
    allOpen: 'All open doubts ({{count}})', openHere: 'Open doubts', fromDoubt: 'Drawn from {{name}}’s doubt: “{{words}}”',
    saysIt: '{{name}} doubts', about: 'about {{scenario}}', aboutAll: 'about the whole project', costsOf: 'What it costs {{firm}}', costsUs: 'What it costs us', evidenceShown: 'What speaks for it', quoted: '“{{words}}”',
    waits: 'Waits for {{firm}}’s answer', answered: 'Answered', holds: 'It holds', settled: 'Settled', withdrawn: 'Taken back',
    answer: 'Answer', answerAgain: 'Word the answer anew', answerLabel: 'The answer of {{firm}}', answerSend: 'Answer {{name}}', answers: '{{name}} answers',
    outcome: 'Say what came of it', outcomeLabel: 'What came of it?', outcomeWords: 'In a few words', outcomeSend: 'Close this doubt', choose_settled: 'The answer settles it', choose_holds: 'It holds: something has to change', choose_withdrawn: 'I take it back', outcomeBy: '{{name}}, {{date}}',
    draw: 'Draw an alternative', drawn: '{{code}} is drawn. Change what the doubt asks for.', drawnFrom: 'Drawn from it', gone: 'a scenario that is no longer there', linkFailed: 'The alternative is drawn, but the doubt does not point to it yet.',
    closed_one: '{{count}} closed doubt', closed_other: '{{count}} closed doubts', somebody: 'Somebody',
    openTitle: 'Doubts', withoutAnswer_one: '1 without an answer', withoutAnswer_other: '{{count}} without an answer', answerFirst: 'Answer it first', lookFirst: 'Read it', openBy: '{{name}}, {{date}}', moreOpen_one: 'and {{count}} more', moreOpen_other: 'and {{count}} more',
  },
  it: {
    titleOf: 'Dubbi onesti su {{scenario}}', titleAll: 'Dubbi onesti su tutto il progetto', none: 'Nessuno dubita di questo scenario. Può essere una buona notizia, o nessuno ha ancora chiesto.', noneAll: 'Nessuno dubita del progetto nel suo insieme. Può essere una buona notizia, o nessuno ha ancora chiesto.', raise: 'Solleva un dubbio onesto',
    raiseTitle: 'Solleva un dubbio onesto su {{scenario}}', raiseTitleAll: 'Solleva un dubbio onesto su tutto il progetto', raiseIntro: 'Anche contro il tuo interesse. {{other}} può rispondere; fino ad allora chi approva lo vede.',
    words: 'Di che cosa dubiti?', wordsExample: 'La migrazione totale è davvero il progetto che ti serve?', costs: 'Quanto costa a {{firm}} dirlo?', costsExample: 'Il prezzo più alto, forse tutto l’ordine.', evidence: 'Che cosa lo sostiene', evidenceHint: 'Una cifra, una fonte, qualcosa che hai visto. Può restare vuoto.', send: 'Solleva questo dubbio', cancel: 'Non ora', missing: 'Dillo in poche parole.', close: 'Chiudi',
    raised: 'Il tuo dubbio è sul tavolo.', reword: 'Dillo con altre parole', rewordSend: 'Tieni queste parole', anew: 'Riscritto il {{date}}', past: 'Che cosa diceva prima',
    allOpen: 'Tutti i dubbi aperti ({{count}})', openHere: 'Dubbi aperti', fromDoubt: 'Nato dal dubbio di {{name}}: «{{words}}»',
    saysIt: '{{name}} dubita', about: 'di {{scenario}}', aboutAll: 'di tutto il progetto', costsOf: 'Che cosa costa a {{firm}}', costsUs: 'Che cosa costa a noi', evidenceShown: 'Che cosa lo sostiene', quoted: '«{{words}}»',
    waits: 'Aspetta la risposta di {{firm}}', answered: 'Ha una risposta', holds: 'È fondato', settled: 'Chiarito', withdrawn: 'Ritirato',
    answer: 'Rispondi', answerAgain: 'Riscrivi la risposta', answerLabel: 'La risposta di {{firm}}', answerSend: 'Rispondi a {{name}}', answers: '{{name}} risponde',
    outcome: 'Di’ com’è finita', outcomeLabel: 'Com’è finita?', outcomeWords: 'In poche parole', outcomeSend: 'Chiudi questo dubbio', choose_settled: 'La risposta lo chiarisce', choose_holds: 'È fondato: qualcosa deve cambiare', choose_withdrawn: 'Lo ritiro', outcomeBy: '{{name}}, {{date}}',
    draw: 'Disegna un’alternativa', drawn: '{{code}} è disegnato. Cambia ciò che il dubbio chiede.', drawnFrom: 'Ne è nato', gone: 'uno scenario che non c’è più', linkFailed: 'L’alternativa è disegnata, ma il dubbio non la indica ancora.',
    closed_one: '{{count}} dubbio chiuso', closed_other: '{{count}} dubbi chiusi', somebody: 'Qualcuno',
    openTitle: 'Dubbi', withoutAnswer_one: '1 senza risposta', withoutAnswer_other: '{{count}} senza risposta', answerFirst: 'Prima rispondi', lookFirst: 'Leggilo', openBy: '{{name}}, {{date}}', moreOpen_one: 'e un altro', moreOpen_other: 'e altri {{count}}',
  },
});
