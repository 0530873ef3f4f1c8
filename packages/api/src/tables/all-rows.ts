import { rankingLimits } from '@fluxion/contract';
import { RequestProblem } from '../problems/problem.ts';

/** The most rows of an answer that has no pages. */
export const mostRows = rankingLimits.file;

/**
 * The rows of an answer that has no pages, of which one more was read.
 * @param advice how to ask for fewer
 * @throws RequestProblem INVALID_REQUEST for too many
 */
export function allRows<Row>(rows: readonly Row[], advice: string): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const detail = `Son más de ${mostRows.toLocaleString('es')} filas: ${advice}.`;
  throw new RequestProblem('INVALID_REQUEST', { detail });
}
