/** Figures of the model as people read them: in the project's currency and the language on screen. */
import { createContext, useContext, useMemo } from 'react';
import type { AmountField } from '../../../shared/value/fields.ts';
import { formatMoney, formatUpTo } from '../../ui/format.ts';
import { useLanguage } from '../../ui/text.ts';

type Language = 'en' | 'it';
const WORDS = {
  en: { years: ' y', longYears: ' years', never: 'never' },
  it: { years: ' a', longYears: ' anni', never: 'mai' },
} as const;

export type Figures = ReturnType<typeof figuresIn>;

/** Made once for the page: a thousand cells read it. */
export const FiguresContext = createContext<Figures | undefined>(undefined);

export function useFigures(): Figures {
  const figures = useContext(FiguresContext);
  if (!figures) throw new Error('There are no figures around this component.');
  return figures;
}

/** Outside of the value page: home, top bar. */
export function useFiguresIn(currency: string): Figures {
  const language = useLanguage();
  return useMemo(() => figuresIn(language, currency), [language, currency]);
}

export function figuresIn(language: Language, currency: string) {
  const words = WORDS[language];
  const upTo = (value: number, most: number, least?: number): string => formatUpTo(language, value, most, least);
  const share = (value: number, most = 1, least = 0): string => `${upTo(value * 100, most, least)}${language === 'it' ? '\u00a0%' : '%'}`;
  const money = (value: number): string => formatMoney(language, value, currency);
  return {
    language,
    currency,
    /** Whole units: "€423,137". */
    money,
    /** "€423,136.78". */
    cents: (value: number): string => formatMoney(language, value, currency, 2),
    /** Of a fraction: "13.2%", only the decimals it needs. */
    share,
    /** "1.2 y". */
    years: (value: number | null): string => (value === null ? words.never : `${upTo(value, 1, 1)}${words.years}`),
    /** "1.21 years". */
    longYears: (value: number | null, decimals = 2): string => (value === null ? words.never : `${upTo(value, decimals, decimals)}${words.longYears}`),
    /** For axes and labels at lines: "94k", "−1.2M", "850". */
    thousands: (value: number): string => {
      if (Math.abs(value) >= 999_500) return `${upTo(value / 1_000_000, 1)}M`;
      return Math.abs(value) >= 1_000 ? `${upTo(value / 1_000, Math.abs(value) < 10_000 ? 1 : 0)}k` : upTo(value, 0);
    },
    number: (value: number, most = 0): string => upTo(value, most),
    /** As a cell shows it. */
    amount: (field: AmountField, value: number): string => {
      switch (field.shown) {
        case 'money': return Number.isInteger(value) ? money(value) : formatMoney(language, value, currency, 2);
        case 'rate': return formatMoney(language, value, currency, 6, 2);
        case 'share': return share(value, 2);
        case 'count': return upTo(value, 6);
        case 'whole': return upTo(value, 0);
        case 'points': return upTo(value, 2);
      }
    },
  };
}
