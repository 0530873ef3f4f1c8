import type { AnalysisFilter, Rango, RowOf, Table } from '@fluxion/contract';
import type { Question } from '@fluxion/engine/base';
import type { Page, SalesFilter } from '@fluxion/engine/metrics';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../../../context/request-context.ts';
import { allAtOnce, type TableAnswer } from '../../../tables/answer-table.ts';
import { askedSales } from './asked-sales.ts';

export interface AnalysisCall {
  readonly ctx: RequestContext;
  readonly request: FastifyRequest;
  readonly query: AnalysisFilter;
}

export type Days = Pick<SalesFilter, 'from' | 'to'>;

export interface Analysis<T extends Table, Asked, Row> {
  readonly table: T;
  readonly question: Question<Asked, Row>;
  /** What the question is asked, given the sales that are asked about, and the page of a ranking. */
  readonly asked: (filter: SalesFilter, page: Page) => Asked;
  readonly rowsOf: (rows: readonly Row[], days: Days) => readonly RowOf<T>[];
  /** What is told beside the rows and the range. Without days there is nothing that it could be about. */
  readonly beside?: (days: Days | undefined, rows: readonly Row[]) => object;
}

/** The days as the answer tells them. */
export function rangeOf(days: Days | undefined): Rango {
  return { fecha_inicio: days?.from ?? null, fecha_fin: days?.to ?? null };
}

/** Answers with what a question tells of the sales that the request asks about. @throws what `askedSales` throws */
export async function analysisAnswer<T extends Table, Asked, Row>(
  { ctx, query }: AnalysisCall,
  { table, question, asked, rowsOf, beside = () => ({}) }: Analysis<T, Asked, Row>,
  page: Page = {},
): Promise<TableAnswer> {
  const filter = await askedSales(ctx, query);
  if (filter === undefined) return allAtOnce(table, [], { rango: rangeOf(undefined), ...beside(undefined, []) });
  const parameters = asked(filter, page);
  // The last day follows from sales of any day, so it is told apart from what the question reads.
  await ctx.revalidate(question.reads(parameters), filter.to);
  const { rows } = await ctx.ask(question, parameters);
  return allAtOnce(table, rowsOf(rows, filter), { rango: rangeOf(filter), ...beside(filter, rows) });
}
