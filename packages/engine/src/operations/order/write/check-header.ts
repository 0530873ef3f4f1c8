import type { OrderFacts } from './facts.ts';
import type { FieldOrderFault } from '../rules/index.ts';

/** What an order says of itself beside its lines. */
export interface OrderHeader {
  readonly ubicacion_id: string;
  /** The centre or store that sends the goods. */
  readonly ubicacion_origen_id: string | null;
  /** Or who sells them. */
  readonly proveedor_id: string | null;
  /** A business date of the ordering store. */
  readonly fecha_entrega: string | null;
  readonly observaciones: string | null;
}

/** What is wrong with where the goods are to come from. */
export function* sourceFaults(header: OrderHeader, facts: OrderFacts): Generator<FieldOrderFault> {
  const { ubicacion_id, ubicacion_origen_id: origin, proveedor_id: supplier } = header;
  if (origin !== null && supplier !== null) yield { field: 'proveedor_id', fault: 'TWO_SOURCES' };
  if (origin === ubicacion_id) yield { field: 'ubicacion_origen_id', fault: 'OWN_SOURCE' };
  if (origin !== null && !facts.origin) yield { field: 'ubicacion_origen_id', fault: 'UNKNOWN_STORE', value: origin };
  if (supplier !== null && !facts.supplier) yield { field: 'proveedor_id', fault: 'UNKNOWN_SUPPLIER', value: supplier };
}

/** What is wrong with the day of delivery. */
export function* deliveryFaults({ fecha_entrega }: OrderHeader, { store }: OrderFacts): Generator<FieldOrderFault> {
  if (store === null || fecha_entrega === null || fecha_entrega >= store.hoy) return;
  yield { field: 'fecha_entrega', fault: 'TOO_EARLY', earliest: store.hoy };
}

/** What is wrong with the header of a new order. */
export function* headerFaults(header: OrderHeader, facts: OrderFacts): Generator<FieldOrderFault> {
  const { ubicacion_id: value } = header;
  if (facts.store === null) yield { field: 'ubicacion_id', fault: 'UNKNOWN_STORE', value };
  else if (!facts.store.activa) yield { field: 'ubicacion_id', fault: 'INACTIVE_STORE', value };
  else {
    yield* sourceFaults(header, facts);
    yield* deliveryFaults(header, facts);
  }
}
