/** Words of options and financing. */
import { texts } from '../../../ui/text.ts';

export const WORDS = texts('value.options', {
  en: {
    title: 'Packages', scenario: 'In {{code}} {{name}}', add: 'Add a package', newName: 'New package',
    empty: 'Maintenance, a longer warranty, insurance: what can be taken along or left out.', emptyHint: 'Add a package to see what it costs each side and what it does to the value.',
    switch: '{{name}}: part of {{scenario}}', on: 'Part of it', off: 'Left out', name: 'Name', about: 'About', change: 'Change {{name}}', done: 'Done', remove: 'Delete this package', removed: '“{{name}}” is deleted.', unnamed: 'Package without a name',
    maintenance: 'Maintenance', warranty: 'Longer warranty', insurance: 'Insurance', other: 'Something else',
    pays: '{{client}} pays {{seller}}', ownCosts: 'Own costs', once: '{{amount}} once', yearly: '{{amount}} a year', nothing: 'nothing', noPrice: 'No price', noCosts: 'No costs of its own',
    effect: '{{code}} {{change}} points', noEffect: 'No effect on the drivers', would: 'It would change', does: 'It changes', together: '{{amount}} together', side: '{{firm}} {{amount}}',
    costClientOnce: '{{client}}’s own cost, once', costClientYear: '{{client}}’s own cost, a year', costSellerOnce: '{{seller}}’s own cost, once', costSellerYear: '{{seller}}’s own cost, a year',
    priceOnce: '{{client}} pays, once', priceYear: '{{client}} pays, a year', effects: 'Added to the improvement of', effectOn: 'Added to {{code}} {{name}}',
    sum: 'With what is switched on', sumLoses: '{{firm}} would lose {{amount}}',
    financing: 'Ways to pay', financingCaption: 'Ways to pay side by side', addOffer: 'Add a way to pay', newOffer: 'New offer', noOffers: 'Loan, lease or rental: what it costs a month, in all, and who bears the risk.', noOffersHint: 'Add the offers that are on the table and compare them.',
    whatItCosts: 'What it costs', terms: 'The terms', offerName: 'Name of the offer', form: 'How', loan: 'Loan', lease: 'Lease', rental: 'Rental', monthly: 'A month', total: 'In all', totalHint: 'Fees, what is paid at first, every month, what is paid at the end', apr: 'APR', aprHint: 'What borrowing really costs a year, fees included', noApr: 'none, it goes back', noRate: 'no such rate',
    risk: 'Who bears the risk', riskHint: 'Of what the thing is worth in the end, and of what breaks', nobodySaid: 'Not said yet', lender: 'The lender', included: 'What is included', includedHint: 'In the monthly payment',
    amount: 'Price of the thing', months: 'Months', nominalRate: 'Nominal rate, a year', fee: 'Fee at the start', upfront: 'Paid at first', monthlyPaid: 'Paid a month', residual: 'Paid at the end', notHere: 'does not apply', missing: 'Something is missing', lowest: 'lowest', removeOffer: 'Delete {{name}}', unnamedOffer: 'Offer without a name',
    compareNote: 'In all counts what is paid, not what it is worth today. An offer that holds insurance or maintenance pays for more than the others do.',
  },
  it: {
    title: 'Pacchetti', scenario: 'In {{code}} {{name}}', add: 'Aggiungi un pacchetto', newName: 'Nuovo pacchetto',
    empty: 'Manutenzione, garanzia più lunga, assicurazione: quello che si può prendere o lasciare.', emptyHint: 'Aggiungi un pacchetto per vedere quanto costa a ciascuna parte e che cosa cambia nel valore.',
    switch: '{{name}}: parte di {{scenario}}', on: 'Ne fa parte', off: 'Lasciato fuori', name: 'Nome', about: 'Di che si tratta', change: 'Modifica {{name}}', done: 'Fatto', remove: 'Elimina questo pacchetto', removed: '«{{name}}» è stato eliminato.', unnamed: 'Pacchetto senza nome',
    maintenance: 'Manutenzione', warranty: 'Garanzia più lunga', insurance: 'Assicurazione', other: 'Altro',
    pays: '{{client}} paga a {{seller}}', ownCosts: 'Costi propri', once: '{{amount}} una volta', yearly: '{{amount}} l’anno', nothing: 'niente', noPrice: 'Nessun prezzo', noCosts: 'Nessun costo proprio',
    effect: '{{code}} {{change}} punti', noEffect: 'Non tocca le leve', would: 'Cambierebbe', does: 'Cambia', together: '{{amount}} insieme', side: '{{firm}} {{amount}}',
    costClientOnce: 'Costo proprio di {{client}}, una volta', costClientYear: 'Costo proprio di {{client}}, l’anno', costSellerOnce: 'Costo proprio di {{seller}}, una volta', costSellerYear: 'Costo proprio di {{seller}}, l’anno',
    priceOnce: '{{client}} paga, una volta', priceYear: '{{client}} paga, l’anno', effects: 'Si aggiunge al miglioramento di', effectOn: 'Si aggiunge a {{code}} {{name}}',
    sum: 'Con ciò che è attivo', sumLoses: '{{firm}} perderebbe {{amount}}',
    financing: 'Modi di pagare', financingCaption: 'Modi di pagare a confronto', addOffer: 'Aggiungi un modo di pagare', newOffer: 'Nuova offerta', noOffers: 'Prestito, leasing o noleggio: quanto costa al mese, in tutto, e chi ne corre il rischio.', noOffersHint: 'Aggiungi le offerte che avete davanti e mettile a confronto.',
    whatItCosts: 'Quanto costa', terms: 'Le condizioni', offerName: 'Nome dell’offerta', form: 'Come', loan: 'Prestito', lease: 'Leasing', rental: 'Noleggio', monthly: 'Al mese', total: 'In tutto', totalHint: 'Spese, anticipo, tutte le rate, riscatto', apr: 'TAEG', aprHint: 'Quanto costa davvero il credito in un anno, spese comprese', noApr: 'nessuno, si restituisce', noRate: 'non esiste un tasso',
    risk: 'Chi corre il rischio', riskHint: 'Del valore finale e di ciò che si rompe', nobodySaid: 'Non ancora detto', lender: 'Chi finanzia', included: 'Che cosa comprende', includedHint: 'Nella rata',
    amount: 'Prezzo del bene', months: 'Mesi', nominalRate: 'Tasso nominale, l’anno', fee: 'Spese iniziali', upfront: 'Anticipo', monthlyPaid: 'Rata mensile', residual: 'Riscatto finale', notHere: 'non si applica', missing: 'Manca qualcosa', lowest: 'il più basso', removeOffer: 'Elimina {{name}}', unnamedOffer: 'Offerta senza nome',
    compareNote: 'Il totale conta quanto si paga, non quanto vale oggi. Un’offerta che comprende assicurazione o manutenzione paga più cose delle altre.',
  },
});
