import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { App } from './App.tsx';
import { Boundary, Stopped } from './components/index.ts';
import { ThemeContext, useLocaleState, useThemeState } from './hooks/index.ts';
import { LocaleContext } from './i18n/index.ts';
import type { SignInLink } from './pages/index.ts';

export interface RootProps {
  readonly queryClient: QueryClient;
  /** The sign-in link that the page was opened with. */
  readonly linkAtStart: SignInLink | null;
}

/** What every screen stands on: language, theme, and the server's answers. */
export function Root({ queryClient, linkAtStart }: RootProps) {
  const locale = useLocaleState();
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale.tag}>
        <ThemeContext value={useThemeState()}>
          <Boundary fallback={<Stopped />}>
            <QueryClientProvider client={queryClient}>
              <App linkAtStart={linkAtStart} />
            </QueryClientProvider>
          </Boundary>
        </ThemeContext>
      </I18nProvider>
    </LocaleContext>
  );
}
