import type { QuantityField } from '../model/index.ts';
import type { orderWords } from '../texts/index.ts';

/** A column of the grid beside the product's own. */
export type ColumnName =
  | 'most'
  | 'onHand'
  | 'coming'
  | 'need'
  | 'suggested'
  | 'asked'
  | 'approved'
  | 'received'
  | 'cases'
  | 'units'
  | 'cost';

const byField: Readonly<Record<QuantityField | 'none', readonly ColumnName[]>> = {
  cantidad_solicitada: ['most', 'onHand', 'coming', 'need', 'suggested', 'cases', 'units', 'cost'],
  cantidad_aprobada: ['suggested', 'asked', 'cases', 'units', 'cost'],
  cantidad_recibida: ['asked', 'approved', 'units', 'cost'],
  none: ['suggested', 'asked', 'approved', 'received', 'cost'],
};

/** The columns that matter while a quantity is open; null: none is. */
export function columnsOf(field: QuantityField | null): readonly ColumnName[] {
  return byField[field ?? 'none'];
}

/** The name of a column, that of the open quantity by what is decided there. */
export function labelOf(texts: (typeof orderWords)['es'], name: ColumnName, field: QuantityField | null): string {
  if (name === 'units') return texts.unitsOf[field ?? 'cantidad_solicitada'];
  return name === 'cost' ? texts.costShort : texts[name];
}
