import { invalidFields } from '../problems/problem.ts';

export interface RangeQuery {
  readonly fecha_inicio?: string | undefined;
  readonly fecha_fin?: string | undefined;
}

export interface DateRange {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * The range of business dates that a query asks for, both ends included and both optional.
 *
 * @throws RequestProblem INVALID_REQUEST naming fecha_inicio if the range ends before it begins
 */
export function dateRange(query: RangeQuery): DateRange {
  const { fecha_inicio: from, fecha_fin: to } = query;
  if (from !== undefined && to !== undefined && from > to) {
    throw invalidFields({ campo: 'fecha_inicio', mensaje: 'debe ser anterior o igual a fecha_fin' });
  }
  return { from, to };
}
