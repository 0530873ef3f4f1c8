import { useCallback, useEffect, useMemo, useState } from 'react';
import { createLocale, keepLanguage, readLanguage, type Language, type LocaleState } from '../i18n/index.ts';

/** The state behind `LocaleContext`: for the root alone. */
export function useLocaleState(): LocaleState {
  const [language, setLanguage] = useState(readLanguage);
  const choose = useCallback((next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  }, []);
  const locale = useMemo(() => createLocale(language), [language]);
  useEffect(() => {
    document.documentElement.lang = locale.tag;
  }, [locale]);
  return useMemo(() => ({ ...locale, choose }), [locale, choose]);
}
