import { deliveryFaults, sourceFaults, type OrderHeader } from './check-header.ts';
import type { OrderFacts } from './facts.ts';
import type { OrderHead } from './head.ts';
import { lineFaults, mostLines, type WantedLine } from './lines.ts';
import { type Editing, type FieldOrderFault, headerFields, quantityFields } from '../rules/index.ts';

/** What is to change of an order; what is left out stays as it is. */
export interface OrderChanges extends Partial<Omit<OrderHeader, 'ubicacion_id'>> {
  /** Lines that are added, or changed. */
  readonly lineas?: readonly WantedLine[];
  /** The products of lines that are taken out. */
  readonly quitar?: readonly string[];
}

interface CheckedChanges {
  readonly head: OrderHead;
  readonly changes: OrderChanges;
  readonly editing: Editing;
  readonly facts: OrderFacts;
}

/** What the order's state keeps as it is. */
function* fixedFaults({ head, changes, editing }: CheckedChanges): Generator<FieldOrderFault> {
  const fixed = { fault: 'FIXED', state: head.estado } as const;
  for (const field of headerFields) {
    if (changes[field] !== undefined && !editing.header.includes(field)) yield { field, ...fixed };
  }
  for (const [index, line] of (changes.lineas ?? []).entries()) {
    const others = quantityFields.filter((field) => field !== editing.quantity && line[field] !== undefined);
    for (const field of others) yield { field: `lineas[${index}].${field}`, ...fixed };
  }
  if (!editing.lines && (changes.quitar ?? []).length > 0) yield { field: 'quitar', ...fixed };
}

function* membershipFaults({ head, changes, editing, facts }: CheckedChanges): Generator<FieldOrderFault> {
  const { lineas = [], quitar = [] } = changes;
  const isNew = (id: string) => facts.products.get(id)?.linea === null;
  const added = lineas.filter(({ producto_id }) => isNew(producto_id));
  for (const [index, { producto_id: value }] of lineas.entries()) {
    const field = `lineas[${index}].producto_id`;
    if (!editing.lines && isNew(value)) yield { field, fault: 'NOT_IN_ORDER', value };
    else if (quitar.includes(value)) yield { field, fault: 'REPEATED', value };
  }
  for (const [index, value] of quitar.entries()) {
    const isThere = facts.products.get(value)?.linea !== null && facts.products.has(value);
    if (!isThere) yield { field: `quitar[${index}]`, fault: 'NOT_IN_ORDER', value };
  }
  const lines = head.lineas + added.length - new Set(quitar).size;
  if (lines > mostLines) yield { field: 'lineas', fault: 'TOO_MANY_LINES', most: mostLines };
}

/** What is wrong with changes of an order. What is not changed is not looked at again: a supplier may have closed since. */
export function* changeFaults(checked: CheckedChanges): Generator<FieldOrderFault> {
  const { head, changes, facts } = checked;
  const { lineas = [], quitar: _, ...headerChanges } = changes;
  const header = { ...head, ...headerChanges };
  yield* fixedFaults(checked);
  if (changes.ubicacion_origen_id !== undefined || changes.proveedor_id !== undefined)
    yield* sourceFaults(header, facts);
  if (changes.fecha_entrega !== undefined) yield* deliveryFaults(header, facts);
  yield* lineFaults(lineas, facts);
  yield* membershipFaults(checked);
}
