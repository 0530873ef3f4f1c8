import { useCallback, useState } from 'react';
import { useSession } from '../../../hooks/index.ts';
import { readHistory, withPast, type PastStatement } from '../model/history.ts';

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, history: readonly PastStatement[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(history));
  } catch {
    // Storage may be forbidden or full: the history then lasts as long as the page.
  }
}

export interface HistoryState {
  readonly history: readonly PastStatement[];
  readonly remember: (sql: string, rows: number | null) => void;
  /** Puts other statements in the place of all. */
  readonly replace: (history: readonly PastStatement[]) => void;
}

/** What this person ran in this browser, the last statement first. */
export function useHistory(): HistoryState {
  const user = useSession().data?.user;
  const key = `fluxion.statements.${user?.id ?? ''}`;
  const [history, setHistory] = useState(() => readHistory(stored(key)));
  const replace = useCallback(
    (next: readonly PastStatement[]) => {
      keep(key, next);
      setHistory(next);
    },
    [key],
  );
  const remember = useCallback(
    (sql: string, rows: number | null) => {
      // What another tab ran meanwhile stays.
      replace(withPast(readHistory(stored(key)), { sql, at: Date.now(), rows }));
    },
    [key, replace],
  );
  return { history, remember, replace };
}
