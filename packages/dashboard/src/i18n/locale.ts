import { createContext, use } from 'react';
import { createDateFormat, type DateFormat } from './dates.ts';
import { en } from './en.ts';
import { es, type Texts } from './es.ts';
import type { Language } from './language.ts';
import { createNumberFormat, type NumberFormat } from './numbers.ts';

/** A language and the ways of writing that belong to it. */
export interface Locale {
  readonly language: Language;
  /** BCP 47. */
  readonly tag: string;
  readonly texts: Texts;
  readonly numbers: NumberFormat;
  readonly dates: DateFormat;
}

const tags: Record<Language, string> = { es: 'es-VE', en: 'en-US' };
const texts: Record<Language, Texts> = { es, en };

/** Brings together the texts and formats of a language. Amounts have no symbol. */
export function createLocale(language: Language): Locale {
  const tag = tags[language];
  return {
    language,
    tag,
    texts: texts[language],
    numbers: createNumberFormat({ locale: tag, currencySymbol: null, magnitudes: texts[language].numbers }),
    dates: createDateFormat(tag),
  };
}

/** The language on screen, and how to choose another. */
export interface LocaleState extends Locale {
  readonly choose: (language: Language) => void;
}

/** Filled at the root; the default serves isolated uses. */
export const LocaleContext = createContext<LocaleState>({ ...createLocale('es'), choose: () => {} });

/** The texts and formats to write with. */
export function useLocale(): LocaleState {
  return use(LocaleContext);
}

/** The texts of a page, which it brings itself in every language, in the one on screen. */
export function useTexts<Own>(own: Readonly<Record<Language, Own>>): Own {
  return own[useLocale().language];
}
