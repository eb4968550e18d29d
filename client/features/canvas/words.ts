/** Every word of the canvas in both languages. */
import { texts } from '../../ui/text.ts';

export const WORDS = texts('canvas', {
  en: {
    canvas: 'Canvas',
    board: 'Board',
    list: 'List',
    boardName: 'Canvas: areas, notes and lines. The same is there as a list.',
    fears: 'Fears', hopes: 'Hopes', facts: 'Facts', observations: 'Observations',
    needs: 'Needs', ideas: 'Ideas', solution: 'Solution', value: 'Value',
    kind_fear: 'Fear', kind_hope: 'Hope', kind_fact: 'Fact', kind_observation: 'Observation', kind_need: 'Need', kind_idea: 'Idea',
    kind_solution: 'Solution', kind_value: 'Value', kind_doubt: 'Honest doubt', kind_insight: 'Insight', kind_question: 'Question', kind_plain: 'Plain note',
    paper_plain: 'White',
    noArea: 'Outside the areas',
    ask_fears: 'What could go wrong?', ask_hopes: 'What would you like to see a year from now?', ask_facts: 'What is so, and can be counted?',
    ask_observations: 'What have you seen with your own eyes?', ask_needs: 'What must people be able to do?', ask_ideas: 'What could be tried?',
    ask_solution: 'What shall we do together?', ask_value: 'What does it bring, and to whom?', askHow: 'Double-click to write',

    tools: 'Tools',
    select: 'Select', hand: 'Move the board', note: 'New note', area: 'New area', connect: 'Connect', pen: 'Draw', undo: 'Undo', redo: 'Redo',
    whichArea: 'Which area?',
    connectHint: 'Drag from one note to another. Escape to stop.',
    penHint: 'Draw freely. Escape to stop.',
    penColour: 'Colour of the pen', penWidth: 'Thickness of the pen',
    ink_ink: 'Black', ink_green: 'Green', ink_seller: 'Saffron', ink_client: 'Blue', ink_internal: 'Must red', ink_danger: 'Brick',
    thin: 'Thin', medium: 'Medium', thick: 'Thick',

    zoom: 'Zoom', zoomIn: 'Closer', zoomOut: 'Farther', zoomTo100: 'Show at 100%', fit: 'Show everything', showList: 'As a list',
    map: 'Map of the board',

    chosen_one: '{{count}} thing chosen', chosen_other: '{{count}} things chosen',
    edit: 'Write', duplicate: 'Duplicate', remove: 'Delete', removed: 'Note deleted.', more: 'More', front: 'Bring to front', back: 'Send to back', lock: 'Lock', unlock: 'Unlock',
    moveToArea: 'Move to area…', connectTo: 'Connect to…', colour: 'Colour', kind: 'Kind', ownColour: 'Colour of its kind', comments: 'Comments', label: 'Label',
    title: 'Title', areaTitle: 'Title of the area', lineLabel: 'Label of the line',
    align: 'Align', alignLeft: 'Align left', alignCentre: 'Align centres', alignRight: 'Align right', alignTop: 'Align top', alignMiddle: 'Align middles',
    alignBottom: 'Align bottom', distributeX: 'Equal gaps across', distributeY: 'Equal gaps down',
    locked: 'Locked', pastedFirst: 'Only the first {{count}} became notes. The rest is still in your clipboard.',

    moveWhere: 'Move to which area?', connectWhere: 'Connect to what?', search: 'Search', nothingFound: 'Nothing with these words.', close: 'Close',
    noOtherNote: 'There is nothing else to connect to yet.', noOtherArea: 'There is no other area yet.',

    bold: 'Bold', italic: 'Italic', underline: 'Underline', strike: 'Struck through', bullets: 'List', numbers: 'Numbered list', link: 'Link',
    linkAddress: 'Address of the link', setLink: 'Set link', noLink: 'No link', format: 'Format',
    write: 'Write here', noteText: 'Text of the note',
    emptyNote: 'Empty note',

    isWriting: '{{name}} is writing', someone: 'Someone',
    noteName: '{{kind}}: {{text}}', areaName_one: 'Area {{name}}, {{count}} note', areaName_other: 'Area {{name}}, {{count}} notes', inkName: 'Drawing', lineName: 'From “{{from}}” to “{{to}}”',
    lineNamed: '{{label}}, from “{{from}}” to “{{to}}”',
    lines_one: '{{count}} line', lines_other: '{{count}} lines',

    addedNote_one: '{{name}} added a note', addedNote_other: '{{name}} added {{count}} notes',

    following: 'Following {{name}}', stopFollowing: 'Stop',

    onThisNote: 'On this note', onThisDoubt: 'On this doubt',

    emptySentence: 'Here we lay out what we fear, what we hope and what we know, until the solution shows.',
    layTable: 'Lay out the eight areas', emptyExample: 'Or double-click anywhere and write the first note.',
    emptyReader: 'Nothing has been written here yet.',

    all: 'All', addNote: 'New note', addNoteIn: 'New note in {{area}}', noteIn: 'In which area?', noNotesHere: 'No notes here yet.', searchNotes: 'Search the notes',
    closeSearch: 'Close search', areas: 'Areas', actionsFor: 'Actions for: {{title}}', editNote: 'Write: {{title}}', view: 'View',

    readOnlyRole: 'You can read this canvas, not change it.',
    readOnlyLine: 'Not connected with a right to write just now. What you see stays as it is.',
  },
  it: {
    canvas: 'Tavola',
    board: 'Tavola',
    list: 'Elenco',
    boardName: 'Tavola: aree, biglietti e linee. C’è anche come elenco.',
    fears: 'Paure', hopes: 'Speranze', facts: 'Fatti', observations: 'Osservazioni',
    needs: 'Bisogni', ideas: 'Idee', solution: 'Soluzione', value: 'Valore',
    kind_fear: 'Paura', kind_hope: 'Speranza', kind_fact: 'Fatto', kind_observation: 'Osservazione', kind_need: 'Bisogno', kind_idea: 'Idea',
    kind_solution: 'Soluzione', kind_value: 'Valore', kind_doubt: 'Dubbio onesto', kind_insight: 'Intuizione', kind_question: 'Domanda', kind_plain: 'Biglietto semplice',
    paper_plain: 'Bianco',
    noArea: 'Fuori dalle aree',
    ask_fears: 'Che cosa potrebbe andare storto?', ask_hopes: 'Che cosa ti piacerebbe vedere tra un anno?', ask_facts: 'Che cosa è certo e si può contare?',
    ask_observations: 'Che cosa hai visto con i tuoi occhi?', ask_needs: 'Che cosa deve poter fare chi ci lavora?', ask_ideas: 'Che cosa si potrebbe provare?',
    ask_solution: 'Che cosa facciamo insieme?', ask_value: 'Che cosa porta, e a chi?', askHow: 'Fai doppio clic e scrivi',

    tools: 'Strumenti',
    select: 'Scegli', hand: 'Sposta la tavola', note: 'Nuovo biglietto', area: 'Nuova area', connect: 'Collega', pen: 'Disegna', undo: 'Annulla', redo: 'Ripeti',
    whichArea: 'Quale area?',
    connectHint: 'Trascina da un biglietto all’altro. Esc per smettere.',
    penHint: 'Disegna a mano libera. Esc per smettere.',
    penColour: 'Colore della penna', penWidth: 'Spessore della penna',
    ink_ink: 'Nero', ink_green: 'Verde', ink_seller: 'Zafferano', ink_client: 'Blu', ink_internal: 'Rosso mosto', ink_danger: 'Mattone',
    thin: 'Sottile', medium: 'Medio', thick: 'Spesso',

    zoom: 'Ingrandimento', zoomIn: 'Più vicino', zoomOut: 'Più lontano', zoomTo100: 'Mostra al 100 %', fit: 'Mostra tutto', showList: 'Come elenco',
    map: 'Mappa della tavola',

    chosen_one: '{{count}} elemento scelto', chosen_other: '{{count}} elementi scelti',
    edit: 'Scrivi', duplicate: 'Duplica', remove: 'Elimina', removed: 'Biglietto eliminato.', more: 'Altro', front: 'Porta davanti', back: 'Porta dietro', lock: 'Blocca', unlock: 'Sblocca',
    moveToArea: 'Sposta nell’area…', connectTo: 'Collega a…', colour: 'Colore', kind: 'Tipo', ownColour: 'Colore del suo tipo', comments: 'Commenti', label: 'Etichetta',
    title: 'Titolo', areaTitle: 'Titolo dell’area', lineLabel: 'Etichetta della linea',
    align: 'Allinea', alignLeft: 'Allinea a sinistra', alignCentre: 'Allinea i centri', alignRight: 'Allinea a destra', alignTop: 'Allinea in alto', alignMiddle: 'Allinea a metà',
    alignBottom: 'Allinea in basso', distributeX: 'Spazi uguali in orizzontale', distributeY: 'Spazi uguali in verticale',
    locked: 'Bloccato', pastedFirst: 'Solo i primi {{count}} sono diventati biglietti. Il resto è ancora negli appunti.',

    moveWhere: 'In quale area lo sposti?', connectWhere: 'A che cosa lo colleghi?', search: 'Cerca', nothingFound: 'Nulla con queste parole.', close: 'Chiudi',
    noOtherNote: 'Non c’è ancora altro da collegare.', noOtherArea: 'Non c’è ancora un’altra area.',

    bold: 'Grassetto', italic: 'Corsivo', underline: 'Sottolineato', strike: 'Barrato', bullets: 'Elenco puntato', numbers: 'Elenco numerato', link: 'Collegamento',
    linkAddress: 'Indirizzo del collegamento', setLink: 'Metti il collegamento', noLink: 'Senza collegamento', format: 'Formato',
    write: 'Scrivi qui', noteText: 'Testo del biglietto',
    emptyNote: 'Biglietto vuoto',

    isWriting: '{{name}} sta scrivendo', someone: 'Qualcuno',
    noteName: '{{kind}}: {{text}}', areaName_one: 'Area {{name}}, {{count}} biglietto', areaName_other: 'Area {{name}}, {{count}} biglietti', inkName: 'Disegno', lineName: 'Da «{{from}}» a «{{to}}»',
    lineNamed: '{{label}}, da «{{from}}» a «{{to}}»',
    lines_one: '{{count}} linea', lines_other: '{{count}} linee',

    addedNote_one: '{{name}} ha aggiunto un biglietto', addedNote_other: '{{name}} ha aggiunto {{count}} biglietti',

    following: 'Segui {{name}}', stopFollowing: 'Smetti',

    onThisNote: 'Su questo biglietto', onThisDoubt: 'Su questo dubbio',

    emptySentence: 'Qui mettiamo in tavola ciò che temiamo, speriamo e sappiamo, finché si vede la soluzione.',
    layTable: 'Disponi le otto aree', emptyExample: 'Oppure fai doppio clic dove vuoi e scrivi il primo biglietto.',
    emptyReader: 'Qui non è ancora stato scritto nulla.',

    all: 'Tutti', addNote: 'Nuovo biglietto', addNoteIn: 'Nuovo biglietto in {{area}}', noteIn: 'In quale area?', noNotesHere: 'Qui non ci sono ancora biglietti.',
    searchNotes: 'Cerca nei biglietti', closeSearch: 'Chiudi la ricerca', areas: 'Aree', actionsFor: 'Azioni per: {{title}}', editNote: 'Scrivi: {{title}}', view: 'Vista',

    readOnlyRole: 'Puoi leggere questa tavola, non cambiarla.',
    readOnlyLine: 'In questo momento non puoi scrivere. Quello che vedi resta com’è.',
  },
});
