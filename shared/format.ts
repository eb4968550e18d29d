/** Dates, times, numbers and money as each language writes them, on the page and in what the server exports. */
type Language = 'en' | 'it';

/** British English for days before months and the 24-hour clock; both languages share the euro's home. */
const LOCALE: Record<Language, string> = { en: 'en-GB', it: 'it-IT' };

const made = new Map<string, Intl.DateTimeFormat>();
function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  made.set(key, found);
  return found;
}

/** "12 November 2026" / "12 novembre 2026". */
export const formatDate = (language: Language, at: number): string =>
  dates(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** "12 Nov" / "12 nov"; with the year when it is not this one. */
export function formatShortDate(language: Language, at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dates(language, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
}

/** "10:32", on the 24-hour clock. */
export const formatTime = (language: Language, at: number): string =>
  dates(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** The time alone today, day and time before that. */
export function formatMoment(language: Language, at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  if (today) return formatTime(language, at);
  return `${formatShortDate(language, at, now)}, ${formatTime(language, at)}`;
}

/** Minus is U+2212; nought has none, also where a small amount was rounded to it. */
const withMinus = (text: string): string => text.replace('-', /[1-9]/.test(text) ? '\u2212' : '');

/** "1,240,000" / "1.240.000". Minus is U+2212. */
export const formatNumber = (language: Language, value: number, decimals = 0): string =>
  withMinus(new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'always' }).format(value));

/** At most so many decimals, and at least `least`: "1.5", "0.4233" / "1,5". Minus is U+2212. */
export const formatUpTo = (language: Language, value: number, most: number, least = 0): string =>
  withMinus(new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: 'always' }).format(value));

/** Whole units on screen: "€423,137" / "423.137 €"; cents where `most` says so. Minus is U+2212. */
export const formatMoney = (language: Language, value: number, currency: string, most = 0, least = most): string =>
  withMinus(new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency, minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: 'always' }).format(value));

/** `share` from 0 to 1: "41%" / "41 %" with a space that does not break. */
export function formatShare(language: Language, share: number, decimals = 0): string {
  const number = formatNumber(language, share * 100, decimals);
  return language === 'it' ? `${number}\u00a0%` : `${number}%`;
}

/** "Marta, Ivo and Lia" / "Marta, Ivo e Lia". */
export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(items);

/** Reads by itself how things stand to now: "2 days ago" / "2 giorni fa". Under a minute: "just now". */
export function formatAgo(language: Language, at: number, now = Date.now()): string {
  const minutes = Math.round((now - at) / 60_000);
  if (minutes < 1) return language === 'it' ? 'proprio ora' : 'just now';
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 60 * 24) return relative.format(-Math.round(minutes / 60), 'hour');
  return relative.format(-Math.round(minutes / 60 / 24), 'day');
}

/** Ticks and labels of charts: "267k", "1.2M" / "267 mila" would be long, so Italian writes "267k" too. Minus is U+2212. */
export function formatCompact(language: Language, value: number): string {
  const [divided, sign] = Math.abs(value) >= 999_500 ? [value / 1e6, 'M'] : Math.abs(value) >= 1_000 ? [value / 1_000, 'k'] : [value, ''];
  const decimals = Number.isInteger(Math.round(divided * 10) / 10) || (Math.abs(divided) >= 10 && sign !== 'M') ? 0 : 1;
  return `${formatNumber(language, divided, decimals)}${sign}`;
}
