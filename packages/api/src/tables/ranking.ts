import { rankingLimits } from '@fluxion/contract';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.ts';
import { chooseFormat, wantsSql } from './choose-format.ts';

interface AskedRanking {
  readonly request: FastifyRequest;
  readonly query: { readonly limite?: number | undefined };
}

interface RankingSize {
  /** The most rows that are shown. */
  readonly limit: number;
  /** How many to read: one more, which tells whether others follow; undefined: all that there are. */
  readonly read: number | undefined;
  /**
   * Those that are shown of the rows that were read.
   * @throws RequestProblem INVALID_REQUEST for a file of too many rows
   */
  shown<Row>(rows: readonly Row[]): readonly Row[];
}

/**
 * How many rows of a ranking a request gets: a page as JSON, all of them as a file. They are read before the answer begins,
 * so that its headers tell of them, and too many are a problem and no broken file.
 */
export function rankingSize({ request, query }: AskedRanking): RankingSize {
  // A statement is of the rows that are asked for, and of no other.
  if (wantsSql(request)) return { limit: rankingLimits.file, read: query.limite, shown: (rows) => rows };
  const isFile = chooseFormat(request) !== 'json';
  const limit = isFile ? rankingLimits.file : (query.limite ?? rankingLimits.defaultPage);
  return {
    limit,
    read: limit + 1,
    shown(rows) {
      if (isFile && rows.length > limit) throw tooManyRows();
      return rows.slice(0, limit);
    },
  };
}

function tooManyRows(): RequestProblem {
  const most = rankingLimits.file.toLocaleString('es');
  const detail = `Son más de ${most} filas, que no caben en un archivo: pida menos tiendas, categorías o productos.`;
  return new RequestProblem('INVALID_REQUEST', { detail });
}
