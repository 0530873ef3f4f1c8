import { useEffect, useState } from 'react';
import { tabStorage, useSession } from '../../../hooks/index.ts';

/**
 * What stands in the editor. It outlives the page, in this tab: whoever looks something up on another page, or loads this
 * one again, finds it as it was left.
 *
 * @param asked the statement that the address names; it comes before what was left
 */
export function useDraft(asked: string): readonly [draft: string, setDraft: (sql: string) => void] {
  const user = useSession().data?.user;
  const key = user == null ? null : `fluxion.draft.${user.id}`;
  const [draft, setDraft] = useState(() => {
    if (asked !== '') return asked;
    return (key && tabStorage().getItem(key)) ?? '';
  });
  useEffect(() => {
    try {
      // While nobody is signed in, what was typed waits where it is.
      if (key !== null) tabStorage().setItem(key, draft);
    } catch {
      // Storage may be full: the draft then lasts as long as the page.
    }
  }, [key, draft]);
  return [draft, setDraft];
}
