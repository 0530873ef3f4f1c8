import { useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';

/** What the page says, in one language. */
export type Words = (typeof words)['es'];

/** What the page says, in the language on screen. */
export function useWords(): Words {
  return useTexts(words);
}
