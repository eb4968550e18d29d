/** Words of what could happen. */
import { texts } from '../../../ui/text.ts';

export const WORDS = texts('value.risk', {
  en: {
    scenario: '{{code}} {{name}}', noScenario: 'When a scenario stands, you can see here what could come of it.',
    matters: 'What matters most', mattersHint: 'Each driver low and high, all others as likely. The widest bar deserves the best evidence.', tornadoLabel: '{{name}} matters most: joint net value between {{low}} and {{high}}, with {{npv}} as likely. {{count}} drivers shown.', tornadoEmpty: 'No driver can be calculated yet.',
    driver: 'Driver', low: 'When low', high: 'When high', spread: 'Between them', assumed: '±20% assumed', comesLow: 'Comes out low', comesHigh: 'Comes out high', likely: 'As likely',
    could: 'What could happen', chanceEither: '{{share}} chance that a side loses', chanceEitherHow: 'In {{draws}} draws, every driver landed somewhere between its low and its high value.', chanceNone: 'No side lost in any of {{draws}} draws.',
    nine: 'In nine draws of ten, both together have between {{low}} and {{high}}.', who: 'Who', together: 'Together', p5: 'One in twenty below', p50: 'Middle', p95: 'One in twenty above', loses: 'Chance to lose', table: 'What each side may have',
    histogramLabel: 'Joint net value in {{draws}} draws: from {{low}} to {{high}}, half of them above {{middle}}. In {{share}} of them the result together is negative.', from: 'From', to: 'To', draws: 'Draws', below: 'Together negative', above: 'Together positive',
    series: 'Series', seriesHint: 'The same series gives both of you the same picture.', another: 'Another series', howMany: 'How many draws', drawing: 'Drawing, {{share}}', stop: 'Stop', stopped: 'Stopped. The picture is of the draws before.', stoppedNothing: 'Stopped before anything was drawn.', again: 'Draw again', failed: 'The draws broke off. The model is untouched; try again.', nothing: 'Nothing can be drawn yet: no driver has all its numbers.',
    assumedSome_one: 'Nobody gave a low and high value for one of {{drivers}} drivers; ±20% is assumed for it.', assumedSome_other: 'Nobody gave low and high values for {{count}} of {{drivers}} drivers; ±20% is assumed for them.', drawn: '{{draws}} draws, series {{seed}}',
    alone: 'Alone or together', aloneHint: 'What each side expects over the same years without the other, in today’s money. An estimate of one’s own; nobody has to give one.', aloneOf: '{{firm}} alone', aloneCol: 'Alone', togetherCol: 'Together', moreCol: 'More together', bothWin: 'Together each side has more than alone: {{more}} more in all.', oneLoses: '{{firm}} would have more alone. Together has to become better for {{firm}} first.', notSaid: 'not said', sum: 'Both',

  },
  it: {
    scenario: '{{code}} {{name}}', noScenario: 'Quando c’è uno scenario, qui vedi che cosa può venirne.',
    matters: 'Che cosa conta di più', mattersHint: 'Ogni leva al minimo e al massimo, le altre al valore probabile. La barra più larga merita le prove migliori.', tornadoLabel: '{{name}} conta di più: valore netto comune tra {{low}} e {{high}}, con {{npv}} come valore probabile. {{count}} leve mostrate.', tornadoEmpty: 'Nessuna leva si può ancora calcolare.',
    driver: 'Leva', low: 'Al minimo', high: 'Al massimo', spread: 'Differenza', assumed: '±20 % supposto', comesLow: 'Se va al minimo', comesHigh: 'Se va al massimo', likely: 'Probabile',
    could: 'Che cosa può succedere', chanceEither: '{{share}} di probabilità che una parte perda', chanceEitherHow: 'In {{draws}} estrazioni ogni leva è caduta tra il suo minimo e il suo massimo.', chanceNone: 'In {{draws}} estrazioni nessuna parte ha mai perso.',
    nine: 'In nove estrazioni su dieci, insieme avete tra {{low}} e {{high}}.', who: 'Chi', together: 'Insieme', p5: 'Una su venti sotto', p50: 'Nel mezzo', p95: 'Una su venti sopra', loses: 'Probabilità di perdere', table: 'Che cosa può avere ogni parte',
    histogramLabel: 'Valore netto comune in {{draws}} estrazioni: da {{low}} a {{high}}, metà sopra {{middle}}. Il risultato insieme è negativo in {{share}} dei casi.', from: 'Da', to: 'A', draws: 'Estrazioni', below: 'Insieme negativo', above: 'Insieme positivo',
    series: 'Serie', seriesHint: 'La stessa serie dà a entrambi la stessa immagine.', another: 'Un’altra serie', howMany: 'Quante estrazioni', drawing: 'Sto estraendo, {{share}}', stop: 'Ferma', stopped: 'Fermato. L’immagine è delle estrazioni precedenti.', stoppedNothing: 'Fermato prima di estrarre qualcosa.', again: 'Estrai di nuovo', failed: 'Le estrazioni si sono interrotte. Il modello è intatto; riprova.', nothing: 'Non si può ancora estrarre nulla: nessuna leva ha tutti i suoi numeri.',
    assumedSome_one: 'Per una di {{drivers}} leve nessuno ha dato minimo e massimo: si suppone ±20 %.', assumedSome_other: 'Per {{count}} di {{drivers}} leve nessuno ha dato minimo e massimo: si suppone ±20 %.', drawn: '{{draws}} estrazioni, serie {{seed}}',
    alone: 'Da soli o insieme', aloneHint: 'Che cosa si aspetta ciascuna parte negli stessi anni senza l’altra, in moneta di oggi. È una stima propria; nessuno è tenuto a darla.', aloneOf: '{{firm}} da sola', aloneCol: 'Da soli', togetherCol: 'Insieme', moreCol: 'In più insieme', bothWin: 'Insieme ciascuna parte ha più che da sola: {{more}} in più in tutto.', oneLoses: '{{firm}} da sola avrebbe di più. Prima l’insieme deve migliorare per {{firm}}.', notSaid: 'non detto', sum: 'Entrambe',

  },
});
