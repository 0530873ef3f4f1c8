import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { App } from './App.tsx';
import { Boundary, Stopped } from './components/index.ts';
import { ThemeContext, useThemeState } from './hooks/index.ts';
import { createLocale, LocaleContext, type ChainSettings } from './i18n/index.ts';

export interface RootProps {
  readonly settings: ChainSettings;
  readonly queryClient: QueryClient;
  /** From a sign-in link. */
  readonly tokenAtStart: string | null;
}

/** What every screen stands on: language, theme, and the server's answers. */
export function Root({ settings, queryClient, tokenAtStart }: RootProps) {
  const locale = useMemo(() => createLocale(settings), [settings]);
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale.tag}>
        <ThemeContext value={useThemeState()}>
          <Boundary fallback={<Stopped />}>
            <QueryClientProvider client={queryClient}>
              <App tokenAtStart={tokenAtStart} />
            </QueryClientProvider>
          </Boundary>
        </ThemeContext>
      </I18nProvider>
    </LocaleContext>
  );
}
