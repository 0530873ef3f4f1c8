import { useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';

export type Words = (typeof words)['es'];

/** What the page says. */
export function useWords(): Words {
  return useTexts(words);
}
