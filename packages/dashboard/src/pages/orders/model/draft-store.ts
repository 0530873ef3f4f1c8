import { emptyDraft, type DraftLine, type OrderDraft } from './draft.ts';
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
    (draft.version === null || typeof draft.version === 'number') &&
    holdsTexts(draft.header) &&
    Array.isArray(draft.lines) &&
    draft.lines.every(isLine) &&
    Array.isArray(draft.removed) &&
    draft.removed.every((id) => typeof id === 'string')
  );
}

function holdsTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

/** Anything may stand in a browser's storage, also what an older version of the page kept. */
function isLine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { productId, quantity, was, added } = value as Partial<Record<keyof DraftLine, unknown>>;
  const isTextOrNone = (text: unknown) => text === undefined || typeof text === 'string';
  const isLabel = (label: unknown) => {
    const names = ['productId', 'code', 'name', 'caseSize'];
    return holdsTexts(label) && names.every((name) => Object.hasOwn(Object(label), name));
  };
  return (
    typeof productId === 'string' &&
    isTextOrNone(quantity) &&
    (was === null || isTextOrNone(was)) &&
    (added === undefined || isLabel(added))
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
