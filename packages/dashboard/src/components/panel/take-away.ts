import { useCallback } from 'react';
import { fetchFile, type FileFormat, type Source } from '../../client/index.ts';
import { useToasts } from '../../hooks/index.ts';
import { failureText, useLocale, useTexts } from '../../i18n/index.ts';
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

/** Hands a file to the browser's downloads. */
function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Asks for an answer's rows as a file and saves it, and says why if there is none. */
export function useDownload(): (source: Source, format: FileFormat) => void {
  const { texts: all } = useLocale();
  const texts = useTexts(words);
  const { show } = useToasts();
  return useCallback(
    (source, format) => {
      show({ text: texts.preparing });
      fetchFile(source, format).then(save, (error: unknown) => {
        const { title, advice } = failureText(error, all);
        show({ text: `${title}. ${advice}`, tone: 'failed' });
      });
    },
    [show, texts, all],
  );
}
