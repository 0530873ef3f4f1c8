import { analysisLimits, type AnalysisFilter, type Rango, type RowOf, type Table } from '@fluxion/contract';
import type { Question } from '@fluxion/engine/base';
import type { Page, SalesFilter } from '@fluxion/engine/metrics';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../../../context/request-context.ts';
import { RequestProblem } from '../../../problems/problem.ts';
import { allAtOnce, type TableAnswer } from '../../../tables/answer-table.ts';
import { chooseFormat } from '../../../tables/choose-format.ts';
import { askedSales } from './asked-sales.ts';

interface AnalysisCall {
  readonly ctx: RequestContext;
  readonly request: FastifyRequest;
  readonly query: AnalysisFilter;
}

interface RankingCall extends AnalysisCall {
  readonly query: AnalysisFilter & { readonly limite?: number; readonly desplazamiento?: number };
}

type Days = Pick<SalesFilter, 'from' | 'to'>;

interface Analysis<T extends Table, Asked, Row> {
  readonly table: T;
  readonly question: Question<Asked, Row>;
  /** What the question is asked, given the sales that are asked about, and the page of a ranking. */
  readonly asked: (filter: SalesFilter, page: Page) => Asked;
  readonly rowsOf: (rows: readonly Row[], days: Days) => readonly RowOf<T>[];
  /** What is told beside the rows and the range; undefined: there are no days that it is about. */
  readonly beside?: (days: Days | undefined) => object;
}

/** The days as the answer tells them. */
export function rangeOf(days: Days | undefined): Rango {
  return { fecha_inicio: days?.from ?? null, fecha_fin: days?.to ?? null };
}

/** Answers with all rows of a question about the sales that the request asks about. @throws what `askedSales` throws */
export function analysisAnswer<T extends Table, Asked, Row>(
  call: AnalysisCall,
  analysis: Analysis<T, Asked, Row>,
): Promise<TableAnswer> {
  return answer(call, analysis, {});
}

async function answer<T extends Table, Asked, Row>(
  { ctx, query }: AnalysisCall,
  { table, question, asked, rowsOf, beside = () => ({}) }: Analysis<T, Asked, Row>,
  page: Page,
): Promise<TableAnswer> {
  const filter = await askedSales(ctx, query);
  const told = { rango: rangeOf(filter), ...beside(filter) };
  if (filter === undefined) return allAtOnce(table, [], told);
  const parameters = asked(filter, page);
  // The last day follows from sales of any day, so it is told apart from what the question reads.
  await ctx.revalidate(question.reads(parameters), filter.to);
  const { rows } = await ctx.ask(question, parameters);
  return allAtOnce(table, rowsOf(rows, filter), told);
}

/** Answers with a page of a ranking as JSON, with all of it as a file. @throws what `askedSales` throws */
export async function rankingAnswer<T extends Table, Asked, Row>(
  call: RankingCall,
  analysis: Analysis<T, Asked, Row>,
): Promise<TableAnswer> {
  const { limite = analysisLimits.defaultPage, desplazamiento: offset = 0 } = call.query;
  const inPages = chooseFormat(call.request) === 'json';
  const limit = inPages ? limite : analysisLimits.file;
  let siguiente: number | null = null;
  const rowsOf: typeof analysis.rowsOf = (rows, days) => {
    if (rows.length > limit && !inPages) throw tooManyRows();
    siguiente = rows.length > limit ? offset + limit : null;
    return analysis.rowsOf(rows.slice(0, limit), days);
  };
  // One row more tells whether others follow.
  const ranking = await answer(call, { ...analysis, rowsOf }, { limit: limit + 1, offset });
  return { ...ranking, page: async () => ({ ...(await ranking.page()), siguiente }) };
}

function tooManyRows(): RequestProblem {
  const detail = `Son más de ${analysisLimits.file} filas, que no caben en un archivo: pida menos tiendas, categorías o productos.`;
  return new RequestProblem('INVALID_REQUEST', { detail });
}
