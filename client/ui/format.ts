/** Dates, times, numbers and money as each language writes them; the server's exports write the same, so they are shared. */
export * from '../../shared/format.ts';
