import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { faultOf, type Fault } from './fault.ts';
import { readLimit } from './model/limits.ts';
import { statementOf, withStatement } from './model/statement-address.ts';
import { useDraft } from './useDraft.ts';
import { useHistory, type HistoryState } from './useHistory.ts';
import { useStatement, type StatementState } from './useStatement.ts';

export interface Workbench {
  /** What stands in the editor. */
  readonly draft: string;
  readonly setDraft: (sql: string) => void;
  /** Asks what stands in the editor, or another statement, which then stands there. */
  readonly run: (sql?: string) => void;
  /** The statement that the address names was asked. */
  readonly asked: boolean;
  readonly state: StatementState;
  /** The characters of the draft that the server complained about; null if it did not, or the draft has changed. */
  readonly fault: Fault | null;
  readonly history: HistoryState;
}

/** A statement being written, and the one that was asked: the address holds that one, so that it can be shared. */
export function useWorkbench(): Workbench {
  const router = useRouter();
  const { searchStr: search, hash } = useLocation();
  const statement = statementOf({ search, hash });
  const [draft, setDraft] = useDraft(statement);
  const [shown, setShown] = useState(statement);
  if (statement !== shown) {
    // Going back and forth, or following a link, brings its statement into the editor.
    setShown(statement);
    if (statement !== '') setDraft(statement);
  }
  const history = useHistory();
  const state = useStatement(statement, readLimit(search), history.remember);
  const { error, again } = state;
  const run = useCallback(
    (sql = draft) => {
      const text = sql.trim();
      setDraft(sql);
      if (text === '') return;
      if (text === statement) {
        again();
        return;
      }
      const next = withStatement({ search, hash }, text);
      router.history.push(`${location.pathname}${next.search}${next.hash === '' ? '' : `#${next.hash}`}`);
    },
    [draft, setDraft, statement, search, hash, again, router],
  );
  const fault = useMemo(() => faultOf(error, statement, draft), [error, statement, draft]);
  return { draft, setDraft, run, asked: statement !== '', state, fault, history };
}
