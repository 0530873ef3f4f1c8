import { useMemo } from 'react';
import { useTexts, useToasts } from '../kit.ts';
import {
  type Header,
  headerOf,
  type LineView,
  lineViews,
  mannerOf,
  type Order,
  type OrderState,
  type QuantityField,
  quantityFields,
  type Totals,
  totalsOf,
} from '../model/index.ts';
import { type OrderWrites, useOrderWrites } from '../steps/useOrderWrites.ts';
import { orderWords, shared } from '../texts/index.ts';
import { type DraftState, useOrderDraft } from './useOrderDraft.ts';
import { type Suggestions, useSuggestions } from './useSuggestions.ts';

/** An order that is there, what is typed above it, and what can be done with both. */
export interface OrderEditing extends DraftState {
  /** The quantity that this person may change now; null: none. */
  readonly field: QuantityField | null;
  readonly header: Header;
  readonly lines: readonly LineView[];
  readonly totals: Totals;
  readonly suggestions: Suggestions;
  readonly writes: OrderWrites;
  /** Somebody else changed the order since the first thing was typed, or took it on to another state. */
  readonly conflict: boolean;
  /** The first thing that is in the way of a step, in words; null: nothing is. */
  readonly obstacle: (to: OrderState) => string | null;
  readonly save: () => Promise<void>;
  /** Takes a step, what is typed saved first. */
  readonly step: (to: OrderState, reason?: string) => Promise<void>;
  /** Goes on with what is typed, on top of what somebody else saved. */
  readonly keepMine: () => void;
}

function openField({ editable }: Order): QuantityField | null {
  return quantityFields.find((field) => editable.includes(field)) ?? null;
}

export function useOrderEditing(order: Order): OrderEditing {
  const texts = useTexts(orderWords);
  const { states } = useTexts(shared);
  const { show } = useToasts();
  const field = openField(order);
  const drafting = useOrderDraft(order.id, field ?? 'cantidad_solicitada');
  const { draft, dirty, act, discard } = drafting;
  const writes = useOrderWrites(order);
  const unknown = field === 'cantidad_solicitada' ? order.detalle.filter(({ necesidad }) => necesidad === null) : [];
  const added = draft.lines.flatMap((line) => (line.added === undefined ? [] : [line.productId]));
  const suggestions = useSuggestions(order.ubicacion_id, [...unknown.map((line) => line.producto_id), ...added]);
  const { refusal } = writes;
  const lines = useMemo(
    () => lineViews({ order, draft, field, suggestions: suggestions.known, refused: refusal.lines }),
    [order, draft, field, suggestions.known, refusal.lines],
  );
  const header = useMemo(() => ({ ...headerOf(order), ...draft.header }), [order, draft.header]);
  const totals = useMemo(() => totalsOf(lines), [lines]);
  const saveTyped = async () => {
    const version = await writes.save(draft, lines);
    if (version !== null) discard();
    return version;
  };
  const obstacle = (to: OrderState) => {
    if (dirty && lines.some(({ fault }) => fault !== null && fault.fault !== 'refused')) return texts.fix;
    if (to !== 'solicitado') return null;
    if (header.source === '') return texts.needSource;
    return lines.some(({ effective }) => effective !== null && Number(effective) > 0) ? null : texts.needLines;
  };
  const step = async (to: OrderState, reason?: string) => {
    const { tone, undo } = mannerOf(order.estado, to);
    // What leads to an end, or back, needs nothing of what was typed.
    const version = dirty && tone === 'main' ? await saveTyped() : order.version;
    if (version === null) return;
    const moved = await writes.move(to, version, reason);
    if (moved === null) return;
    if (tone !== 'main' && dirty) discard();
    const takeBack = undo === null ? {} : { undo: () => void writes.move(undo, moved.version) };
    show({ text: texts.done(states[moved.estado]), ...takeBack });
  };
  return {
    ...drafting,
    field,
    header,
    lines,
    totals,
    suggestions,
    writes,
    conflict:
      dirty && ((draft.version !== null && draft.version !== order.version && !writes.saving) || draft.field !== field),
    obstacle,
    step,
    save: async () => {
      if ((await saveTyped()) !== null) show({ text: texts.saved });
    },
    keepMine: () => {
      writes.reset();
      const saved = new Map(order.detalle.map((line) => [line.producto_id, line[draft.field]]));
      act({ type: 'rebase', version: order.version, saved });
    },
  };
}
