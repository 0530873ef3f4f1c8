import sql from 'sql-template-tag';
import type { RawRow } from '../../base/index.ts';
import { cell, textCell } from '../cells.ts';

/** The product that a row is of, as the catalogue has it. */
export interface ProductLabels {
  readonly producto_id: string;
  /** Null, as the others: the catalogue does not have the product. */
  readonly codigo: string | null;
  readonly descripcion: string | null;
  readonly categoria: string | null;
}

/** The labels' columns but for producto_id, of `productos AS p`. */
export const labelColumns = sql`p.codigo, p.descripcion, p.categoria`;

/** Reads producto_id and `labelColumns`. */
export function productLabels(raw: RawRow): ProductLabels {
  return {
    producto_id: textCell(raw, 'producto_id'),
    codigo: cell(raw, 'codigo'),
    descripcion: cell(raw, 'descripcion'),
    categoria: cell(raw, 'categoria'),
  };
}
