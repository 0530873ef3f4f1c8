import { tableFormats, type TableFormat } from '@fluxion/contract';
import type { FastifyRequest } from 'fastify';

/** The format that a request wants its rows in: `formato`, else the first of Accept that there is, else JSON. */
export function chooseFormat(request: FastifyRequest): TableFormat {
  const { formato } = request.query as { readonly formato?: TableFormat };
  if (formato !== undefined) return formato;
  const accepted = request.headers.accept ?? '';
  return tableFormats.find((format) => accepted.includes(mediaTypes[format])) ?? 'json';
}

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  excel: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.stream',
};
