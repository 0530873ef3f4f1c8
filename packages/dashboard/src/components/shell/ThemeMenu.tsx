import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { themeChoices } from '../../theme/theme.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Chooses light, dark, or whatever the system says. */
export function ThemeMenu() {
  const { texts } = useLocale();
  const { choice, theme, choose } = useTheme();
  const Icon = icons[theme];
  return (
    <ChoiceMenu
      label={texts.shell.theme}
      face={<Icon size={18} aria-hidden="true" />}
      choices={themeChoices.map((name) => ({ name, text: texts.shell.themes[name], icon: icons[name] }))}
      chosen={choice}
      onChoose={choose}
    />
  );
}
