import type { DraftAction, LineView, QuantityField } from '../model/index.ts';

/** What the grid of lines can do with one. */
export interface LineActions {
  readonly onQuantity: (line: LineView, quantity: string | undefined) => void;
  readonly onRemove: (line: LineView) => void;
}

/** Which columns the grid has. */
export interface GridLook {
  /** The open quantity; null: nothing is typed here. */
  readonly field: QuantityField | null;
  /** Lines may be taken out. */
  readonly removable: boolean;
}

/** The action that types a quantity; one that is saved already is no change. */
export function quantityAction(
  line: LineView,
  quantity: string | undefined,
  { field, version }: { readonly field: QuantityField; readonly version: number | null },
): DraftAction {
  const was = line.saved[field];
  const isSame = quantity === undefined || (!line.isAdded && quantity === was);
  return { type: 'quantity', productId: line.productId, quantity: isSame ? undefined : quantity, was, version };
}

/** The decimal mark of a language. */
export function decimalMark(tag: string): ',' | '.' {
  return new Intl.NumberFormat(tag).format(1.5).includes(',') ? ',' : '.';
}
