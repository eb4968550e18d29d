/** The words of spreadsheets that come and go, in both languages. */
import { texts } from '../../../ui/text.ts';

export const FILE_WORDS = texts('value.files', {
  en: {
    label: 'Spreadsheet', xlsx: 'Take away as .xlsx', csv: 'Take away as .csv', bring: 'Bring in a spreadsheet',
    title: 'Bring in a spreadsheet', close: 'Close', hint: 'An .xlsx or .csv as it was taken away from here, changed as you like. You see first what it would change; nothing is deleted.',
    choose: 'Choose a file', another: 'Choose another file', reading: 'Reading the file',
    changes: 'It would change', rows: 'It would add', problems: 'Cannot be read and is left out', nothing: 'It says the same as the model. There is nothing to change.',
    none: 'None of our tables is in this file. Take one away first to see how they begin.',
    ignoredColumns: 'Columns we do not know: {{names}}.', ignoredTables_one: 'One sheet is none of ours.', ignoredTables_other: '{{count}} sheets are none of ours.',
    place: '{{table}}, line {{line}}, column {{column}}: “{{text}}”', empty: 'nothing', more_one: 'and one more', more_other: 'and {{count}} more',
    apply_one: 'Change one cell', apply_other: 'Change {{count}} cells', done: 'The spreadsheet is in the model now.', cancel: 'Leave as it is',
    field: 'What', from: 'Now', to: 'Then',
    text: 'no number', foreign: 'written another language’s way', infinite: 'beyond counting', huge: 'too large', negative: 'below zero', tooSmall: 'too small', notWhole: 'not whole', choice: 'not one of the choices', tooMany: 'no room for more rows',
  },
  it: {
    label: 'Foglio di calcolo', xlsx: 'Porta via come .xlsx', csv: 'Porta via come .csv', bring: 'Porta dentro un foglio',
    title: 'Porta dentro un foglio di calcolo', close: 'Chiudi', hint: 'Un file .xlsx o .csv portato via da qui e cambiato come vuoi. Prima vedi che cosa cambierebbe; non si cancella nulla.',
    choose: 'Scegli un file', another: 'Scegli un altro file', reading: 'Leggo il file',
    changes: 'Cambierebbe', rows: 'Aggiungerebbe', problems: 'Non si legge e resta fuori', nothing: 'Dice le stesse cose del modello. Non c’è nulla da cambiare.',
    none: 'In questo file non c’è nessuna delle nostre tabelle. Portane via una per vedere come cominciano.',
    ignoredColumns: 'Colonne che non conosciamo: {{names}}.', ignoredTables_one: 'Un foglio non è nostro.', ignoredTables_other: '{{count}} fogli non sono nostri.',
    place: '{{table}}, riga {{line}}, colonna {{column}}: «{{text}}»', empty: 'nulla', more_one: 'e un’altra', more_other: 'e altre {{count}}',
    apply_one: 'Cambia una cella', apply_other: 'Cambia {{count}} celle', done: 'Ora il foglio è nel modello.', cancel: 'Lascia com’è',
    field: 'Che cosa', from: 'Ora', to: 'Poi',
    text: 'non è un numero', foreign: 'scritto nel modo di un’altra lingua', infinite: 'non si può contare', huge: 'troppo grande', negative: 'sotto zero', tooSmall: 'troppo piccolo', notWhole: 'non intero', choice: 'non è tra le scelte', tooMany: 'non c’è posto per altre righe',
  },
});
