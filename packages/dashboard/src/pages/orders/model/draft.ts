import type { Header, ProductLabel, QuantityField } from './types.ts';

/** What a person changed of a line, or a line that they add. */
export interface DraftLine {
  readonly productId: string;
  /**
   * The quantity of the field that was open, in units as the API takes them; what is no quantity stands as it was typed.
   * Undefined: untouched.
   */
  readonly quantity?: string | undefined;
  /** The quantity that was saved when it was touched first: if it is another by now, somebody else changed it. */
  readonly was?: string | null | undefined;
  /** A line that is not in the order yet. */
  readonly added?: ProductLabel | undefined;
}

/** What is typed and not saved yet. It outlives a reload, a page left, and a session that expired. */
export interface OrderDraft {
  /** Of a new order, the name of its request: sent again, it makes no second one. */
  readonly key: string;
  /** The version of the order that the changes are made of; null: of none yet, or a new order. */
  readonly version: number | null;
  /** The quantity that was open when they were made. */
  readonly field: QuantityField;
  /** The fields that were changed. */
  readonly header: Partial<Header>;
  readonly lines: readonly DraftLine[];
  /** Products whose lines are taken out. */
  readonly removed: readonly string[];
}

export type DraftAction =
  /** The quantity that is open now: what is typed next is typed for it. */
  | { readonly type: 'open'; readonly field: QuantityField }
  | { readonly type: 'header'; readonly patch: Partial<Header>; readonly version: number | null }
  | {
      readonly type: 'quantity';
      readonly productId: string;
      /** Undefined takes back what was typed. */
      readonly quantity: string | undefined;
      readonly was: string | null;
      readonly version: number | null;
    }
  | { readonly type: 'add'; readonly products: readonly ProductLabel[]; readonly version: number | null }
  | { readonly type: 'remove'; readonly productId: string; readonly version: number | null }
  | { readonly type: 'restore'; readonly line: DraftLine | undefined; readonly productId: string; readonly at: number }
  /** The person has seen what somebody else changed, and goes on from there. */
  | { readonly type: 'rebase'; readonly version: number; readonly saved: ReadonlyMap<string, string | null> }
  | { readonly type: 'rename'; readonly key: string }
  | { readonly type: 'reset'; readonly draft: OrderDraft };

export function emptyDraft(field: QuantityField, key = ''): OrderDraft {
  return { key, version: null, field, header: {}, lines: [], removed: [] };
}

/** Whether anything of the order was changed. */
export function isDirty({ header, lines, removed }: OrderDraft): boolean {
  return Object.keys(header).length > 0 || lines.length > 0 || removed.length > 0;
}

/** A line that says nothing any more needs no place in the draft. */
function isMeant(line: DraftLine): boolean {
  return line.added !== undefined || line.quantity !== undefined;
}

function changeLine(draft: OrderDraft, productId: string, patch: Partial<DraftLine>): OrderDraft {
  const isThere = draft.lines.some((line) => line.productId === productId);
  const lines = isThere
    ? draft.lines.map((line) => (line.productId === productId ? { ...line, ...patch } : line))
    : [...draft.lines, { productId, ...patch }];
  return { ...draft, lines: lines.filter(isMeant) };
}

function setQuantity(draft: OrderDraft, action: Extract<DraftAction, { type: 'quantity' }>): OrderDraft {
  const { productId, quantity } = action;
  const known = draft.lines.find((line) => line.productId === productId);
  const was = known?.quantity === undefined ? action.was : known.was;
  return changeLine(draft, productId, { quantity, was: quantity === undefined ? undefined : was });
}

function addProducts(draft: OrderDraft, products: readonly ProductLabel[]): OrderDraft {
  const removed = draft.removed.filter((id) => !products.some(({ productId }) => productId === id));
  const known = new Set(draft.lines.map(({ productId }) => productId));
  const back = new Set(draft.removed);
  const added = products.filter(({ productId }) => !known.has(productId) && !back.has(productId));
  return {
    ...draft,
    removed,
    lines: [...draft.lines, ...added.map((label) => ({ productId: label.productId, added: label }))],
  };
}

function removeProduct(draft: OrderDraft, productId: string): OrderDraft {
  const line = draft.lines.find((one) => one.productId === productId);
  const lines = draft.lines.filter((one) => one.productId !== productId);
  if (line?.added !== undefined) return { ...draft, lines };
  return { ...draft, lines, removed: [...draft.removed, productId] };
}

function restore(draft: OrderDraft, { line, productId, at }: Extract<DraftAction, { type: 'restore' }>): OrderDraft {
  const removed = draft.removed.filter((id) => id !== productId);
  const isThere = draft.lines.some((one) => one.productId === productId);
  const lines = line === undefined || isThere ? draft.lines : draft.lines.toSpliced(at, 0, line);
  return { ...draft, removed, lines };
}

/** The draft after what a person did. The first change of an order names the version that it is made of. */
export function draftAfter(draft: OrderDraft, action: DraftAction): OrderDraft {
  const next = changed(draft, action);
  if (action.type === 'reset') return next;
  if (!isDirty(next)) return { ...next, version: null };
  return 'version' in action && draft.version === null ? { ...next, version: action.version } : next;
}

function changed(draft: OrderDraft, action: DraftAction): OrderDraft {
  switch (action.type) {
    case 'open':
      return isDirty(draft) ? draft : { ...draft, field: action.field };
    case 'header':
      return { ...draft, header: { ...draft.header, ...action.patch } };
    case 'quantity':
      return setQuantity(draft, action);
    case 'add':
      return addProducts(draft, action.products);
    case 'remove':
      return removeProduct(draft, action.productId);
    case 'restore':
      return restore(draft, action);
    case 'rebase': {
      const lines = draft.lines.map((line) =>
        line.quantity === undefined ? line : { ...line, was: action.saved.get(line.productId) ?? null },
      );
      return { ...draft, version: action.version, lines };
    }
    case 'rename':
      return { ...draft, key: action.key };
    case 'reset':
      return action.draft;
  }
}
