/** The languages of the dashboard; the first is the default. */
export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

const STORAGE_KEY = 'fluxion.language';

/** The choice kept from an earlier visit. */
export function readLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return languages.find((language) => language === stored) ?? 'es';
  } catch {
    return 'es';
  }
}

/** Keeps a choice for the next visit, where the browser allows. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}
