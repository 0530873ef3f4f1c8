import { accountWords, refusalOf, useLocale, useTell, useTexts, useToasts } from '../kit.ts';
import { words } from '../texts.ts';
import { useState } from 'react';

/** Ends sessions: they are gone from the list at once, and back if it failed. */
export function useEndSessions() {
  const { sessions: texts } = useTexts(words);
  const account = useTexts(accountWords);
  const { numbers, texts: common } = useLocale();
  const { show } = useToasts();
  const [ending, setEnding] = useState<readonly string[]>([]);
  const end = useTell('terminarSesion', ['listarSesiones']);
  const run = async (ids: readonly string[]) => {
    setEnding(ids);
    try {
      await Promise.all(ids.map((id) => end.mutateAsync({ params: { id } })));
      show({ text: texts.ended(ids.length, numbers.whole(ids.length)) });
    } catch (error) {
      show({ text: refusalOf(error, [], account, common).text ?? '', tone: 'failed' });
    } finally {
      setEnding([]);
    }
  };
  return { ending, end: (ids: readonly string[]) => void run(ids) };
}
