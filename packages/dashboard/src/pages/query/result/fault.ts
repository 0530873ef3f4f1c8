import { ApiProblem } from '../../../client/index.ts';
import { faultPlaceOf, faultRange } from '../model/fault-place.ts';

/** Characters of a statement. */
export interface Fault {
  readonly from: number;
  readonly to: number;
}

/** What of a draft the server complained about; null if it did not say where, or the draft has changed since. */
export function faultOf(error: unknown, statement: string, draft: string): Fault | null {
  if (!(error instanceof ApiProblem) || draft.trim() !== statement) return null;
  const place = faultPlaceOf(error.detail ?? '');
  if (place === null) return null;
  // The statement was sent without the space around it.
  const before = draft.length - draft.trimStart().length;
  const { from, to } = faultRange(statement, place);
  return { from: from + before, to: to + before };
}
