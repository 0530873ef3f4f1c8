import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { faultOf, type Fault } from '../result/fault.ts';
import { readLimit } from '../model/limits.ts';
import { statementOf, withStatement } from '../model/statement-address.ts';
import { useDraft } from './useDraft.ts';
import { useHistory, type HistoryState } from './useHistory.ts';
import { useStatement, type StatementState } from './useStatement.ts';

export interface Workbench {
  /** What stands in the editor. */
  readonly draft: string;
  readonly setDraft: (sql: string) => void;
  /** Asks what stands in the editor, or another statement, which then stands there. */
  readonly run: (sql?: string) => void;
  /** The address names a statement. */
  readonly asked: boolean;
  /** It came with a link and waits to be run: each run is in the name of whoever opened it, and is written down so. */
  readonly waiting: boolean;
  readonly state: StatementState;
  /** The characters of the draft that the server complained about; null if it did not, or the draft has changed. */
  readonly fault: Fault | null;
  readonly history: HistoryState;
}

/**
 * A statement being written, and the one that was asked: the address holds that one, so that it can be shared. It is run at
 * once if this person has run it before, in this browser: anybody can send a link.
 */
export function useWorkbench(): Workbench {
  const router = useRouter();
  const { searchStr: search, hash } = useLocation();
  const statement = statementOf({ search, hash });
  const [draft, setDraft] = useDraft(statement);
  const [shown, setShown] = useState(statement);
  const history = useHistory();
  const wasRun = history.history.some(({ sql }) => sql === statement);
  // Whoever clears the history keeps what is on screen.
  const [own, setOwn] = useState<readonly string[]>(wasRun ? [statement] : []);
  if (statement !== shown) {
    // Going back and forth, or following a link, brings its statement into the editor.
    setShown(statement);
    if (statement !== '') setDraft(statement);
    if (wasRun) setOwn([...own, statement]);
  }
  const isOwn = own.includes(statement);
  const state = useStatement(isOwn ? statement : '', readLimit(search), history.remember);
  const { error, again } = state;
  const run = useCallback(
    (sql = draft) => {
      const text = sql.trim();
      setDraft(sql);
      if (text === '') return;
      setOwn((before) => (before.includes(text) ? before : [...before, text]));
      if (text === statement) {
        if (isOwn) again();
        return;
      }
      const next = withStatement({ search, hash }, text);
      router.history.push(`${location.pathname}${next.search}${next.hash === '' ? '' : `#${next.hash}`}`);
    },
    [draft, setDraft, statement, isOwn, search, hash, again, router],
  );
  const fault = useMemo(() => faultOf(error, statement, draft), [error, statement, draft]);
  return { draft, setDraft, run, asked: statement !== '', waiting: statement !== '' && !isOwn, state, fault, history };
}
