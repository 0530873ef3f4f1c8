import { emptyDraft, type OrderDraft } from './draft.ts';
import { quantityFields, type QuantityField } from './types.ts';

/** The part of `sessionStorage` that is used: each tab has drafts of its own. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The name of a new order among the drafts. */
export const NEW_ORDER = 'nuevo';

/** Whose draft, and of which order: another person at the same screen starts anew. */
export function draftName(userId: string, orderId: string): string {
  return `fluxion.order.${userId}.${orderId}`;
}

function isDraft(value: unknown): value is OrderDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof OrderDraft, unknown>>;
  return (
    typeof draft.key === 'string' &&
    quantityFields.some((field) => field === draft.field) &&
    typeof draft.header === 'object' &&
    draft.header !== null &&
    Array.isArray(draft.lines) &&
    Array.isArray(draft.removed)
  );
}

/** The draft that was kept; null if there is none that can be read. */
export function readDraft(storage: DraftStorage, name: string): OrderDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets it where nothing is left of it. */
export function keepDraft(storage: DraftStorage, name: string, draft: OrderDraft | null): void {
  try {
    if (draft === null) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden: the draft then lasts as long as the page.
  }
}

/** A name for a new order's request that no other has. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Nothing typed yet, of a new order or of one that is there. */
export function freshDraft(orderId: string, field: QuantityField): OrderDraft {
  return emptyDraft(field, orderId === NEW_ORDER ? newKey() : '');
}
