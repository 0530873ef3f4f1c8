import { createContext, use } from 'react';
import { createDateFormat, type DateFormat } from './dates.ts';
import { es, type Texts } from './es.ts';
import { createNumberFormat, type NumberFormat } from './numbers.ts';

/** A language and the ways of writing that belong to it. */
export interface Locale {
  /** BCP 47. */
  readonly tag: string;
  readonly texts: Texts;
  readonly numbers: NumberFormat;
  readonly dates: DateFormat;
}

/** What a chain decides about how its figures are written. */
export interface ChainSettings {
  readonly locale: string;
  readonly currencySymbol: string | null;
}

/** Until a chain says otherwise: Venezuelan figures, and amounts without a symbol. */
export const defaultSettings: ChainSettings = { locale: 'es-VE', currencySymbol: null };

/** Brings together the texts and formats for a chain. */
export function createLocale(settings: ChainSettings): Locale {
  return {
    tag: settings.locale,
    texts: es,
    numbers: createNumberFormat({ ...settings, magnitudes: es.numbers }),
    dates: createDateFormat(settings.locale),
  };
}

/** Filled at the root; the default serves isolated uses. */
export const LocaleContext = createContext<Locale>(createLocale(defaultSettings));

/** The texts and formats to write with. */
export function useLocale(): Locale {
  return use(LocaleContext);
}
