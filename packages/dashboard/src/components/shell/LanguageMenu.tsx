import { Languages } from 'lucide-react';
import { languages, useLocale } from '../../i18n/index.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';

/** Each in itself: whoever cannot read the other one still finds it. */
export const languageNames = { es: 'Español', en: 'English' };

/** Chooses the language of all texts, and with it how numbers and dates are written. */
export function LanguageMenu() {
  const { texts, language, choose } = useLocale();
  return (
    <ChoiceMenu
      label={texts.shell.language}
      face={<Languages size={18} aria-hidden="true" />}
      choices={languages.map((name) => ({ name, text: languageNames[name] }))}
      chosen={language}
      onChoose={choose}
    />
  );
}
