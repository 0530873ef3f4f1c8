import type { Source } from '../../../client/index.ts';
import type { Granularity } from '../address/index.ts';

/**
 * What is exported of the series. Days come as they were asked for, each beside those it is compared with. Weeks and months
 * are added up here, and are asked for as such where they go into a file.
 */
export function exportOf(source: Source, by: Granularity): Source {
  if (by === 'dia') return source;
  return { ...source, id: 'verSerieVentas', request: { query: { ...source.request.query, por: by } } };
}
