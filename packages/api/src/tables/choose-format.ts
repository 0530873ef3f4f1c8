import { sqlFormat, tableFormats, type TableFormat } from '@fluxion/contract';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/problem.ts';

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  excel: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
};

/** Of the statement that gives the rows. */
export const sqlMediaType = 'text/plain';

type Asking = Pick<FastifyRequest, 'query' | 'headers'>;

/** Whether the request wants to know by which statement, and no rows. */
export function wantsSql({ query }: Pick<Asking, 'query'>): boolean {
  return (query as { readonly formato?: string }).formato === sqlFormat;
}

/** How much each media range of an Accept header is wanted, from 0 (not at all) to 1: RFC 9110, 12.5.1. */
function rangesOf(accept: string): ReadonlyMap<string, number> {
  return new Map(
    accept
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
        const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return [range, quality !== undefined && /^[01](\.\d{0,3})?$/.test(quality) ? Number(quality) : 1] as const;
      }),
  );
}

/** Of the ranges that a media type is in, the narrowest one's. */
function qualityOf(mediaType: string, ranges: ReadonlyMap<string, number>): number {
  const anyOfType = `${mediaType.split('/', 1).join('')}/*`;
  return ranges.get(mediaType) ?? ranges.get(anyOfType) ?? ranges.get('*/*') ?? 0;
}

/**
 * The format that a request wants its rows in: `formato`, else what Accept wants most, JSON where it leaves the choice.
 * @throws RequestProblem NOT_ACCEPTABLE where Accept takes none of them
 */
export function chooseFormat(request: Asking): TableFormat {
  const { formato } = request.query as { readonly formato?: TableFormat };
  if (formato !== undefined) return formato;
  const accept = request.headers.accept ?? '';
  if (accept.trim() === '') return 'json';
  const ranges = rangesOf(accept);
  const best = tableFormats
    .map((format) => ({ format, quality: qualityOf(mediaTypes[format], ranges) }))
    .reduce((one, other) => (other.quality > one.quality ? other : one));
  if (best.quality > 0) return best.format;
  const detail = `Pida en Accept uno de ${Object.values(mediaTypes).join(', ')}, o use ?formato=.`;
  throw new RequestProblem('NOT_ACCEPTABLE', { detail });
}
