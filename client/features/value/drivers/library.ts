/** Drivers that many projects share, to begin from: a name and what is counted. Figures are always one's own. */
export const LIBRARY = {
  en: [
    ['Hours of work saved', 'hours/year'], ['Errors and rework avoided', 'cases/year'], ['Complaints avoided', 'complaints/year'], ['Orders in addition', 'orders/year'], ['Customers kept', 'customers/year'],
    ['Contacts not paid for in vain', 'contacts/year'], ['Days of standstill avoided', 'days/year'], ['Journeys not made', 'kilometres/year'], ['Energy saved', 'kWh/year'], ['Stock not held', 'pieces'], ['Absences avoided', 'days/year'], ['Treatments not repeated', 'treatments/year'],
  ],
  it: [
    ['Ore di lavoro risparmiate', 'ore/anno'], ['Errori e rifacimenti evitati', 'casi/anno'], ['Reclami evitati', 'reclami/anno'], ['Ordini in più', 'ordini/anno'], ['Clienti mantenuti', 'clienti/anno'],
    ['Contatti non pagati invano', 'contatti/anno'], ['Giorni di fermo evitati', 'giorni/anno'], ['Viaggi non fatti', 'chilometri/anno'], ['Energia risparmiata', 'kWh/anno'], ['Scorte non tenute', 'pezzi'], ['Assenze evitate', 'giorni/anno'], ['Cure non ripetute', 'cure/anno'],
  ],
} as const;
