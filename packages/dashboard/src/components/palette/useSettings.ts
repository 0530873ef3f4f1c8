import { Coins, Languages, SunMoon } from 'lucide-react';
import { currencies, useCurrency, useTheme } from '../../hooks/index.ts';
import { languages, useLocale, useTexts } from '../../i18n/index.ts';
import { themeChoices } from '../../theme/theme.ts';
import { languageNames } from '../shell/LanguageMenu.tsx';
import type { CommandGroup } from './command.ts';
import { words } from './texts.ts';

/** The ways to look at everything that are not chosen at the moment. */
export function useSettings(): CommandGroup {
  const texts = useTexts(words);
  const { texts: all, language, choose: speak } = useLocale();
  const { choice, choose: paint } = useTheme();
  const { currency, choose: count } = useCurrency();
  const themes = themeChoices
    .filter((name) => name !== choice)
    .map((name) => ({
      id: `theme ${name}`,
      text: texts.theme(all.shell.themes[name]),
      icon: SunMoon,
      run: () => paint(name),
    }));
  const tongues = languages
    .filter((name) => name !== language)
    .map((name) => ({
      id: `language ${name}`,
      text: texts.language(languageNames[name]),
      icon: Languages,
      run: () => speak(name),
    }));
  const moneys = currencies
    .filter((name) => name !== currency)
    .map((name) => ({
      id: `currency ${name}`,
      text: texts.currency(all.shell.currencies[name]),
      icon: Coins,
      run: () => count(name),
    }));
  return { id: 'settings', title: texts.settings, commands: [...moneys, ...tongues, ...themes] };
}
