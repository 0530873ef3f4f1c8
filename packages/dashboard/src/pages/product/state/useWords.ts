import { useTexts } from '../../../i18n/index.ts';
import { pageWords, panelWords } from '../texts/index.ts';

/** What the top of the page says. */
export function usePageTexts() {
  return useTexts(pageWords);
}

/** What the panels say. */
export function usePanelTexts() {
  return useTexts(panelWords);
}
