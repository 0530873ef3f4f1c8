import { rankingLimits, type Table } from '@fluxion/contract';
import { RequestProblem } from '../../../problems/problem.ts';
import type { TableAnswer } from '../../../tables/answer-table.ts';
import { chooseFormat } from '../../../tables/choose-format.ts';
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
  const { limite = rankingLimits.defaultPage, desplazamiento: offset = 0 } = call.query;
  const inPages = chooseFormat(call.request) === 'json';
  const limit = inPages ? limite : rankingLimits.file;
  const ranking: Analysis<T, Asked, Row> = {
    ...analysis,
    rowsOf: (rows, days) => {
      if (rows.length > limit && !inPages) throw tooManyRows();
      return rowsOf(rows.slice(0, limit), days);
    },
    beside: (days, rows) => ({
      ...beside?.(days, rows),
      siguiente: rows.length > limit ? offset + limit : null,
    }),
  };
  // One row more tells whether others follow.
  return analysisAnswer(call, ranking, { limit: limit + 1, offset });
}

function tooManyRows(): RequestProblem {
  const detail = `Son más de ${rankingLimits.file} filas, que no caben en un archivo: pida menos tiendas, categorías o productos.`;
  return new RequestProblem('INVALID_REQUEST', { detail });
}
