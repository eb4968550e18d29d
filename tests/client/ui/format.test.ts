/** Numbers, dates and names as each language writes them. */
import { describe, expect, test } from 'vitest';
import { formatAgo, formatDate, formatList, formatMoment, formatMoney, formatNumber, formatShare, formatTime } from '../../../client/ui/format.ts';
import { firstNameOf, initialsOf } from '../../../client/ui/initials.ts';
import { shortFirm } from '../../../client/ui/shortFirm.ts';

const AT = new Date(2026, 10, 12, 9, 5).getTime();
const MINUTE = 60_000;

describe('figures', () => {
  test('are written as each language writes them, four digits and more in groups', () => {
    expect([formatNumber('en', 1240000), formatNumber('it', 1240000), formatNumber('it', 2300)]).toEqual(['1,240,000', '1.240.000', '2.300']);
    expect([formatMoney('en', 423137, 'EUR'), formatMoney('it', 423137, 'EUR')]).toEqual(['€423,137', '423.137\u00a0€']);
    expect([formatShare('en', 0.1321, 2), formatShare('it', 0.1321, 2)]).toEqual(['13.21%', '13,21\u00a0%']);
  });

  test('carry a true minus', () => {
    expect(formatMoney('en', -49003, 'EUR')).toBe('\u2212€49,003');
  });
});

describe('time', () => {
  test('is the 24-hour clock in both languages, the day before the month', () => {
    expect([formatTime('en', AT), formatTime('it', AT)]).toEqual(['09:05', '09:05']);
    expect([formatDate('en', AT), formatDate('it', AT)]).toEqual(['12 November 2026', '12 novembre 2026']);
  });

  test('of today goes without its day', () => {
    expect(formatMoment('en', AT, AT + MINUTE)).toBe('09:05');
    expect(formatMoment('it', AT, AT + 2 * 24 * 60 * MINUTE)).toBe('12 nov, 09:05');
  });

  test('that has passed is told in the largest fitting unit', () => {
    expect(formatAgo('en', AT, AT + 20_000)).toBe('just now');
    expect(formatAgo('it', AT, AT + 40 * MINUTE)).toBe('40 minuti fa');
    expect(formatAgo('en', AT, AT + 3 * 24 * 60 * MINUTE)).toBe('3 days ago');
  });
});

describe('names', () => {
  test('shorten to initials and first names, titles left out', () => {
    expect(['Marta Villa', 'Dr. Carlo Mei', 'Cher', 'Anna Maria De Santis'].map(initialsOf)).toEqual(['MV', 'CM', 'C', 'AS']);
    expect(['Dr. Carlo Mei', ' Marta  Villa '].map(firstNameOf)).toEqual(['Carlo', 'Marta']);
  });

  test('of firms lose their legal form in running text, and never everything', () => {
    expect(['Nodo Software S.r.l.', 'Modastile S.p.A.', 'Il Ponte', 'S.p.A.'].map(shortFirm)).toEqual(['Nodo Software', 'Modastile', 'Il Ponte', 'S.p.A.']);
  });

  test('in a row are joined as people say them', () => {
    expect([formatList('en', ['Marta', 'Ivo', 'Lia']), formatList('it', ['Marta', 'Ivo'])]).toEqual(['Marta, Ivo and Lia', 'Marta e Ivo']);
  });
});
