/** What Autovia and Il Ponte have written so far. Figures in braces follow the model: `{B1.baseline}`. */
import type { StorySection } from '../prose.ts';

export const mobilityProposal: readonly StorySection[] = [
  { by: 'sara', areas: ['fears'], says: [
    {
      en: '36 cars carry the carers of Il Ponte to people who wait for them. Last year each car stood still for seven and a half days: {B1.baseline} mornings on which somebody had to be told to wait. A nurse who is stuck at seven means an old lady without insulin.',
      it: '36 auto portano gli operatori del Ponte da chi li aspetta. L’anno scorso ogni auto è rimasta ferma sette giorni e mezzo: {B1.baseline} mattine in cui qualcuno si è sentito dire di aspettare. Un’infermiera ferma alle sette vuol dire un’anziana senza insulina.',
    },
  ] },
  { by: 'elio', areas: ['needs'], says: [
    {
      en: 'A stand-in car within four hours, one number to call for everything that has wheels, and a patient who hears at 7:10 that the nurse arrives at 7:40. Tyres and batteries cause 61% of the stops: they are checked before the stop, not after it. The mornings that come back are worth {B1.worth} in a full year.',
      it: 'Un’auto sostitutiva entro quattro ore, un solo numero per tutto ciò che ha le ruote, e un paziente che alle 7:10 sa che l’infermiera arriva alle 7:40. Gomme e batterie causano il 61% dei fermi: si controllano prima del fermo, non dopo. Le mattine che tornano valgono {B1.worth} in un anno pieno.',
    },
  ] },
  { by: 'nadia', says: [
    {
      en: 'Bought as the tender is written, 36 cars with the legal warranty alone bring back the most for each euro put in: {M0.roi} over four years. The mobility pack leaves the most for both of us: {M1.npv} against {M0.npv}. We show both orders, because they answer different questions.',
      it: 'Comprate come dice la gara, 36 auto con la sola garanzia legale rendono di più per ogni euro messo: il {M0.roi} in quattro anni. Il pacchetto mobilità lascia di più a tutti e due: {M1.npv} contro {M0.npv}. Mostriamo entrambe le classifiche, perché rispondono a domande diverse.',
    },
    { compare: ['M0', 'M1', 'M2'], shows: ['npv', 'roi', 'payback'] },
  ] },
  { by: 'dario', says: [
    {
      en: 'Today 36 policies cost €1,180 each, €42,480 a year. One policy for the whole fleet brings {B3.worth} of that back in a full year. The last “all-in” fee was not all-in, so Ugo reads this page first: what the fee holds, what it does not hold and who pays when stands here in plain words, or it is not in the fee.',
      it: 'Oggi 36 polizze costano 1.180 € l’una, 42.480 € l’anno. Con una sola polizza per tutta la flotta ne tornano {B3.worth} in un anno pieno. L’ultimo canone «tutto compreso» non lo era: perciò questa pagina la legge per primo Ugo. Che cosa c’è nel canone, che cosa non c’è e chi paga quando sta scritto qui con parole semplici, o nel canone non c’è.',
    },
  ] },
  { by: 'elio', says: [
    {
      en: 'Planned work instead of towed cars: each car is in the workshop on days that Sara’s planners choose. Unplanned repairs fall by {B2.worth} a year, and our own workshop gains {B8.worth} because its quiet hours are filled. That both of us gain here is why the fee can stay where it is.',
      it: 'Lavori programmati invece di auto al traino: ogni auto entra in officina nei giorni scelti da chi fa i turni con Sara. Le riparazioni impreviste calano di {B2.worth} l’anno, e la nostra officina guadagna {B8.worth} perché riempie le ore vuote. Qui ci guadagniamo tutti e due: per questo il canone può restare dov’è.',
    },
  ] },
  { by: 'nadia', says: [
    {
      en: 'With 32 cars and a pool we would finance less, and Il Ponte might need fewer still: by day perhaps, at night nobody knows yet. On paper that way comes to {M2.npv}. Before anybody signs we lend four cars for two weeks and count the nights.',
      it: 'Con 32 auto e un pool finanzieremmo di meno, e al Ponte forse ne basterebbero anche meno: di giorno può darsi, di notte ancora non lo sa nessuno. Sulla carta quella strada fa {M2.npv}. Prima che qualcuno firmi prestiamo quattro auto per due settimane e contiamo le notti.',
    },
  ] },
  { by: 'dario', says: [
    {
      en: 'The pack is worth {M1.npv} to the two of us over four years and has paid for itself after {M1.payback}. Of that, {M1.clientNpv} stay with Il Ponte and {M1.sellerNpv} with us. The fee moves when these figures move, in both directions.',
      it: 'Il pacchetto vale {M1.npv} per tutti e due in quattro anni e si ripaga dopo {M1.payback}. Di questi, {M1.clientNpv} restano al Ponte e {M1.sellerNpv} a noi. Se queste cifre si muovono si muove anche il canone, nei due sensi.',
    },
    { live: 'split', of: 'M1' },
    { live: 'flows', of: 'M1' },
  ] },
  { by: 'sara', says: [
    {
      en: 'Ugo decides for Il Ponte, on one frozen version, after the two weeks with the four cars.',
      it: 'Per il Ponte decide Ugo, su una versione congelata, dopo le due settimane con le quattro auto.',
    },
  ] },
];
