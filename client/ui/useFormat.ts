/** The formats of `format.ts` in the language on screen. */
import { useMemo } from 'react';
import * as format from './format.ts';
import { useLanguage } from './text.ts';

export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      date: (at: number) => format.formatDate(language, at),
      shortDate: (at: number) => format.formatShortDate(language, at),
      time: (at: number) => format.formatTime(language, at),
      moment: (at: number) => format.formatMoment(language, at),
      ago: (at: number) => format.formatAgo(language, at),
      number: (value: number, decimals?: number) => format.formatNumber(language, value, decimals),
      money: (value: number, currency: string, decimals?: number) => format.formatMoney(language, value, currency, decimals),
      share: (share: number, decimals?: number) => format.formatShare(language, share, decimals),
      list: (items: readonly string[]) => format.formatList(language, items),
    }),
    [language],
  );
}
