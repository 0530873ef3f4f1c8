import { useTexts } from '../../../i18n/index.ts';
import { listWords, overviewWords } from '../texts/index.ts';

/** What the top of the page says. */
export function useOverviewTexts() {
  return useTexts(overviewWords);
}

/** What the lists say. */
export function useListTexts() {
  return useTexts(listWords);
}
