import { productOf, sumDecimals } from '../../../figures/index.ts';
import type { DraftLine, OrderDraft } from './draft.ts';
import { isQuantity, nearestCases, plainQuantity } from './quantity.ts';
import { quantityFields, type Order, type QuantityField, type SavedLine, type Suggestion } from './types.ts';

/** How a suggestion comes about; null where something is not known. */
export interface Arithmetic {
  readonly most: string | null;
  readonly onHand: string | null;
  readonly coming: string | null;
  readonly need: string | null;
  /** No more than this in one order. */
  readonly limit: string | null;
  readonly suggested: string | null;
}

/** What is wrong with what a line asks for. */
export type LineFault =
  | { readonly fault: 'missing' | 'unreadable' | 'inactive' }
  | { readonly fault: 'cases'; readonly nearest: readonly string[] }
  /** As the API said it. */
  | { readonly fault: 'refused'; readonly message: string };

/** A line on screen: what is saved of it, and what was typed above that. */
export interface LineView {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly caseSize: string;
  readonly arithmetic: Arithmetic;
  /** What is saved; null: not decided yet. */
  readonly saved: Readonly<Record<QuantityField, string | null>>;
  /** Of the open field: what was typed, or saved, or is suggested; empty if there is none of these. */
  readonly quantity: string;
  /** What holds where the open field is left empty. */
  readonly otherwise: string | null;
  /** By now: what was typed, or received, approved, asked for. */
  readonly effective: string | null;
  readonly unitCost: string | null;
  /** Of the effective quantity. */
  readonly cost: string | null;
  readonly remarks: string;
  readonly isAdded: boolean;
  readonly isChanged: boolean;
  /** What somebody else saved of it since; undefined: nothing. */
  readonly theirs: string | null | undefined;
  readonly fault: LineFault | null;
}

export interface LinesInput {
  /** Null: a new one. */
  readonly order: Order | null;
  readonly draft: OrderDraft;
  /** The quantity that this person may change now; null: none. */
  readonly field: QuantityField | null;
  /** As far as they have arrived, of products that are added, or whose lines have no arithmetic of their own. */
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  /** What the API refused, by product. */
  readonly refused: ReadonlyMap<string, string>;
}

function suggestedNow(suggestion: Suggestion | undefined): Arithmetic {
  return {
    most: suggestion?.stock_maximo ?? null,
    onHand: suggestion?.existencia ?? null,
    coming: suggestion?.en_camino ?? null,
    need: suggestion?.necesidad ?? null,
    limit: suggestion?.cantidad_maxima ?? null,
    suggested: suggestion?.cantidad_sugerida ?? null,
  };
}

/** As it was when the line was written; of a line that has none, as it would be now. */
function arithmeticOf(line: SavedLine, suggestion: Suggestion | undefined): Arithmetic {
  if (line.necesidad === null && suggestion !== undefined) return suggestedNow(suggestion);
  return {
    most: line.stock_maximo,
    onHand: line.existencia,
    coming: line.en_camino,
    need: line.necesidad,
    limit: line.cantidad_maxima,
    suggested: line.cantidad_sugerida,
  };
}

const nothingSaved = { cantidad_solicitada: null, cantidad_aprobada: null, cantidad_recibida: null } as const;

function faultOf(
  quantity: string,
  { caseSize, field, isAdded }: { caseSize: string; field: QuantityField; isAdded: boolean },
): LineFault | null {
  if (quantity === '') return isAdded ? { fault: 'missing' } : null;
  if (!isQuantity(quantity)) return { fault: 'unreadable' };
  // What is counted when it arrives may be anything; what is asked for and sent is whole cases.
  if (field === 'cantidad_recibida') return null;
  const nearest = nearestCases(quantity, caseSize);
  return nearest === undefined ? null : { fault: 'cases', nearest };
}

function costOf(quantity: string | null, unitCost: string | null): string | null {
  return quantity === null || unitCost === null || !isQuantity(quantity) ? null : productOf(quantity, unitCost);
}

/** The quantity before the open one: what holds if that is left empty. */
function earlier(saved: LineView['saved'], field: QuantityField): string | null {
  const before = quantityFields.slice(0, quantityFields.indexOf(field)).toReversed();
  return before.map((name) => saved[name]).find((value) => value !== null) ?? null;
}

function savedLine(
  line: SavedLine,
  typed: DraftLine | undefined,
  { draft, field, suggestions, refused }: LinesInput,
): LineView {
  const saved = {
    cantidad_solicitada: line.cantidad_solicitada,
    cantidad_aprobada: line.cantidad_aprobada,
    cantidad_recibida: line.cantidad_recibida,
  };
  const { unidades_por_bulto: caseSize, costo_unitario: unitCost } = line;
  const open = field === null ? null : (typed?.quantity ?? saved[field] ?? '');
  const otherwise = field === null ? null : earlier(saved, field);
  const holds = saved.cantidad_recibida ?? saved.cantidad_aprobada ?? saved.cantidad_solicitada;
  const effective = open === null || open === '' ? holds : open;
  const message = refused.get(line.producto_id);
  const current = saved[draft.field];
  const isConflict = typed?.quantity !== undefined && typed.was !== undefined && typed.was !== current;
  return {
    productId: line.producto_id,
    code: line.codigo,
    name: line.descripcion,
    unit: line.unidad_medida,
    caseSize,
    arithmetic: arithmeticOf(line, suggestions.get(line.producto_id)),
    saved,
    quantity: open ?? '',
    otherwise,
    effective,
    unitCost,
    cost: costOf(effective, unitCost),
    remarks: line.observaciones ?? '',
    isAdded: false,
    isChanged: typed !== undefined,
    theirs: isConflict ? current : undefined,
    fault:
      message !== undefined
        ? { fault: 'refused', message }
        : field === null || open === null
          ? null
          : faultOf(open, { caseSize, field, isAdded: false }),
  };
}

function addedLine(line: DraftLine, label: NonNullable<DraftLine['added']>, input: LinesInput): LineView {
  const { field, suggestions, refused } = input;
  const suggestion = suggestions.get(line.productId);
  const caseSize = suggestion?.unidades_por_bulto ?? label.caseSize;
  const unitCost = suggestion?.costo_unitario ?? null;
  const quantity = line.quantity ?? suggestion?.cantidad_sugerida ?? '';
  const message = refused.get(line.productId);
  const waiting = suggestion === undefined && line.quantity === undefined;
  return {
    productId: line.productId,
    code: suggestion?.codigo ?? label.code,
    name: suggestion?.descripcion ?? label.name,
    unit: suggestion?.unidad_medida ?? null,
    caseSize,
    arithmetic: suggestedNow(suggestion),
    saved: nothingSaved,
    quantity,
    otherwise: null,
    effective: quantity === '' ? null : quantity,
    unitCost,
    cost: costOf(quantity === '' ? null : quantity, unitCost),
    remarks: '',
    isAdded: true,
    isChanged: true,
    theirs: undefined,
    fault:
      message !== undefined
        ? { fault: 'refused', message }
        : suggestion?.activo === false
          ? { fault: 'inactive' }
          : field === null || waiting
            ? null
            : faultOf(quantity, { caseSize, field, isAdded: true }),
  };
}

/** The lines on screen: those of the order in its order, then those that were added, the last one last. */
export function lineViews(input: LinesInput): readonly LineView[] {
  const { order, draft } = input;
  const typed = new Map(draft.lines.map((line) => [line.productId, line]));
  const removed = new Set(draft.removed);
  const detail = order?.detalle ?? [];
  const known = new Set(detail.map(({ producto_id }) => producto_id));
  const kept = detail.filter(({ producto_id }) => !removed.has(producto_id));
  const added = draft.lines.flatMap((line) =>
    line.added === undefined || known.has(line.productId) ? [] : [addedLine(line, line.added, input)],
  );
  return [...kept.map((line) => savedLine(line, typed.get(line.producto_id), input)), ...added];
}

/** What the lines come to. */
export interface Totals {
  readonly lines: number;
  readonly units: string;
  /** Null where no line knows its cost. */
  readonly cost: string | null;
  /** Lines whose cost nobody knows. */
  readonly withoutCost: number;
}

export function totalsOf(lines: readonly LineView[]): Totals {
  const asked = lines.flatMap(({ effective }) => (effective !== null && isQuantity(effective) ? [effective] : []));
  const costs = lines.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  return {
    lines: lines.length,
    units: plainQuantity(sumDecimals(asked)),
    cost: costs.length === 0 ? null : sumDecimals(costs),
    withoutCost: lines.filter(({ unitCost }) => unitCost === null).length,
  };
}
