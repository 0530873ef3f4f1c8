import { rankingLimits, type RowOf, type Table } from '@fluxion/contract';
import type { Need, StoreScope } from '@fluxion/engine/base';
import type { RequestContext } from '../../../context/request-context.ts';
import { RequestProblem } from '../../../problems/problem.ts';
import { cellsOf, type TableAnswer } from '../../../tables/answer-table.ts';
import { lastSalesDay } from '../last-sales-day.ts';

interface LastDay {
  readonly stores: StoreScope;
  /** The day that the caller asks for. */
  readonly asked: string | undefined;
  /** What the answer up to a day is read from. */
  readonly reads: (to: string) => readonly Need[];
}

/**
 * The last day that an answer is about: the one asked for, else the last with sales of any of the stores; undefined if there
 * never were any. Also gives the answer its ETag, since which day is the last is part of the answer.
 */
export async function revalidatedLastDay(ctx: RequestContext, day: LastDay): Promise<string | undefined> {
  const { stores, asked, reads } = day;
  if (asked !== undefined) {
    await ctx.revalidate(reads(asked));
    return asked;
  }
  // Whatever the day will be: it is looked up only afterwards.
  const ofAnyDay = [
    ...reads('2000-01-01'),
    { table: 'ventas_diarias', units: stores === 'all' ? {} : { ubicacion_id: stores } },
  ];
  await ctx.revalidate(ofAnyDay.map(({ table, units }) => ({ table, units: { ...units, fecha: {} } })));
  return lastSalesDay(ctx, stores);
}

interface Ranking<T extends Table, Row extends RowOf<T>> {
  readonly table: T;
  readonly limit: number | undefined;
  /** Reads the first so many rows. */
  readonly read: (limit: number) => Promise<readonly Row[]>;
  /** What is told beside the rows. */
  readonly beside: (rows: readonly Row[]) => object;
}

/** The first rows of a ranking as JSON, all of them as a file. */
export function ranked<T extends Table, Row extends RowOf<T>>(ranking: Ranking<T, Row>): TableAnswer {
  const { table, limit = rankingLimits.defaultPage, read, beside } = ranking;
  return {
    page: async () => {
      const rows = await read(limit);
      return { ...beside(rows), datos: rows };
    },
    async *rows() {
      const rows = await read(rankingLimits.file + 1);
      if (rows.length > rankingLimits.file) throw tooManyRows();
      yield rows.map((row) => cellsOf(table, row));
    },
  };
}

function tooManyRows(): RequestProblem {
  const most = rankingLimits.file.toLocaleString('es');
  const detail = `Son más de ${most} filas, que no caben en un archivo: pida menos tiendas (ubicacion_id) o categorías.`;
  return new RequestProblem('INVALID_REQUEST', { detail });
}
