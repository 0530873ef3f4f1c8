export type { DateFormat } from './dates.ts';
export type { Texts } from './es.ts';
export { failureText } from './failure-text.ts';
export { keepLanguage, languages, readLanguage, type Language } from './language.ts';
export { createLocale, LocaleContext, useLocale, useTexts, type Locale, type LocaleState } from './locale.ts';
export { moneyFormatOf, type SymbolMoney } from './money.ts';
export type { NumberFormat, NumberParts } from './numbers.ts';
export { initials } from './initials.ts';
