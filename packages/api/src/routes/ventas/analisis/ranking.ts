import type { Table } from '@fluxion/contract';
import type { TableAnswer } from '../../../tables/answer-table.ts';
import { rankingSize } from '../../../tables/ranking.ts';
import { analysisAnswer, type Analysis, type AnalysisCall } from './answer.ts';

interface RankingCall extends AnalysisCall {
  readonly query: AnalysisCall['query'] & { readonly limite?: number; readonly desplazamiento?: number };
}

/**
 * Answers with a page of a ranking as JSON, with all of it as a file.
 * @throws RequestProblem INVALID_REQUEST for a file of too many rows
 * @throws what `askedSales` throws
 */
export function rankingAnswer<T extends Table, Asked, Row>(
  call: RankingCall,
  { rowsOf, beside, ...analysis }: Analysis<T, Asked, Row>,
): Promise<TableAnswer> {
  const { desplazamiento: offset = 0 } = call.query;
  const { limit, read, shown } = rankingSize(call);
  const ranking: Analysis<T, Asked, Row> = {
    ...analysis,
    rowsOf: (rows, days) => rowsOf(shown(rows), days),
    beside: (days, rows) => ({
      ...beside?.(days, rows),
      siguiente: rows.length > limit ? offset + limit : null,
    }),
  };
  return analysisAnswer(call, ranking, { limit: read, offset });
}
