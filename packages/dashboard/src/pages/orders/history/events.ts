import type { AnswerTo } from '../kit.ts';

type HistoryRow = AnswerTo<'historialPedido'>['datos'][number];

/** A field of an order or of one of its lines that became another; or a line that came or went. */
export interface OrderChange {
  readonly key: string;
  readonly kind: 'created' | 'added' | 'removed' | 'field';
  /** Of the line; null: of the order itself. */
  readonly product: string | null;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What one person did at once. */
export interface OrderEvent {
  readonly id: string;
  /** ISO 8601. */
  readonly moment: string;
  /** Null: somebody at the database itself. */
  readonly person: string | null;
  readonly changes: readonly OrderChange[];
}

function changeOf(row: HistoryRow): OrderChange | null {
  const { id, operacion, producto_id, descripcion, campo, antes, despues } = row;
  const product = producto_id === null ? null : (descripcion ?? producto_id);
  const base = { key: `${id} ${campo}`, product, field: campo, before: antes, after: despues };
  if (operacion === 'cambiar') return { ...base, kind: 'field' };
  // Of what came or went, one field tells: the others follow from it.
  if (product !== null) {
    if (campo !== 'cantidad_solicitada') return null;
    return { ...base, kind: operacion === 'crear' ? 'added' : 'removed' };
  }
  return campo === 'estado' ? { ...base, kind: 'created' } : { ...base, kind: 'field' };
}

/** The rows of the history, which come in their order, as what happened at once. */
export function eventsOf(rows: readonly HistoryRow[]): readonly OrderEvent[] {
  const events: (OrderEvent & { changes: OrderChange[] })[] = [];
  for (const row of rows) {
    const change = changeOf(row);
    if (change === null) continue;
    const last = events.at(-1);
    if (last !== undefined && last.moment === row.momento && last.person === row.usuario) last.changes.push(change);
    else events.push({ id: change.key, moment: row.momento, person: row.usuario, changes: [change] });
  }
  return events;
}
