import { ApiProblem } from '../../../client/index.ts';
import type { LineView } from './lines.ts';

/** What the API refused of an order, where it belongs on the page. */
export interface Refusal {
  /** By the fields of the header, as the API names them. */
  readonly header: ReadonlyMap<string, string>;
  /** By product. */
  readonly lines: ReadonlyMap<string, string>;
  /** What belongs to no field. */
  readonly others: readonly string[];
}

export const nothingRefused: Refusal = { header: new Map(), lines: new Map(), others: [] };

const headerFields = new Set(['ubicacion_id', 'ubicacion_origen_id', 'proveedor_id', 'fecha_entrega', 'observaciones']);

/** @param sent the lines that were sent, in their order */
export function refusalOf(error: unknown, sent: readonly LineView[]): Refusal {
  if (!(error instanceof ApiProblem) || error.codigo !== 'INVALID_REQUEST') return nothingRefused;
  const header = new Map<string, string>();
  const lines = new Map<string, string>();
  const others: string[] = [];
  for (const { campo, mensaje } of error.campos) {
    const place = /^lineas\[(\d+)\]/.exec(campo)?.[1];
    const line = place === undefined ? undefined : sent[Number(place)];
    if (line !== undefined) lines.set(line.productId, mensaje);
    else if (headerFields.has(campo)) header.set(campo, mensaje);
    else others.push(mensaje);
  }
  return { header, lines, others };
}
