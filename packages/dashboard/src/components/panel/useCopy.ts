import { useCallback } from 'react';
import { useToasts } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { copyText } from './copy-text.ts';
import { words } from './texts.ts';

/** Copies a text, which may still be on its way, and says whether it worked. To be called at the press of a button. */
export function useCopy(): (text: string | Promise<string>) => void {
  const texts = useTexts(words);
  const { show } = useToasts();
  return useCallback(
    (text) => {
      copyText(text).then(
        (copied) => show(copied ? { text: texts.copied } : { text: texts.notCopied, tone: 'failed' }),
        () => show({ text: texts.notFetched, tone: 'failed' }),
      );
    },
    [show, texts],
  );
}
