export type { DateFormat } from './dates.ts';
export type { Texts } from './es.ts';
export { createLocale, defaultSettings, LocaleContext, useLocale, type ChainSettings, type Locale } from './locale.ts';
export type { NumberFormat, NumberParts } from './numbers.ts';
