import { createContext, use, useCallback, useState, useSyncExternalStore } from 'react';
import {
  applyThemeChoice,
  onSystemThemeChange,
  readThemeChoice,
  resolveTheme,
  type Theme,
  type ThemeChoice,
} from '../theme/theme.ts';

/** The theme chosen, the one on screen, and how to choose. */
export interface ThemeState {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
  readonly choose: (choice: ThemeChoice) => void;
}

/** Filled once, at the root. */
export const ThemeContext = createContext<ThemeState | null>(null);

/** The state behind `ThemeContext`: for the root alone. */
export function useThemeState(): ThemeState {
  const [choice, setChoice] = useState(readThemeChoice);
  const theme = useSyncExternalStore(onSystemThemeChange, () => resolveTheme(choice));
  const choose = useCallback((next: ThemeChoice) => {
    applyThemeChoice(next);
    setChoice(next);
  }, []);
  return { choice, theme, choose };
}

/** @throws Error outside the application's root */
export function useTheme(): ThemeState {
  const state = use(ThemeContext);
  if (state === null) throw new Error('useTheme needs ThemeContext around it');
  return state;
}
