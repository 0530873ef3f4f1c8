import type { OrderDraft } from './draft.ts';
import type { LineView } from './lines.ts';
import { isQuantity } from './quantity.ts';
import type { ChangesBody, Header, NewOrderBody, Order, OrderSource, QuantityField } from './types.ts';

/** Who is asked, as the header's field holds it. */
export function sourceValue({ tipo, id }: Pick<OrderSource, 'tipo' | 'id'>): string {
  return `${tipo === 'proveedor' ? tipo : 'ubicacion'} ${id}`;
}

function savedSource({ ubicacion_origen_id: origin, proveedor_id: supplier }: Order): string {
  if (origin !== null) return `ubicacion ${origin}`;
  return supplier === null ? '' : `proveedor ${supplier}`;
}

/** What is saved of an order beside its lines, as its fields show it. */
export function headerOf(order: Order): Header {
  return {
    storeId: order.ubicacion_id,
    source: savedSource(order),
    delivery: order.fecha_entrega ?? '',
    remarks: order.observaciones ?? '',
  };
}

function sourceBody(value: string) {
  const [tipo, ...id] = value.split(' ');
  const named = id.join(' ');
  const isSupplier = tipo === 'proveedor';
  return {
    ubicacion_origen_id: named === '' || isSupplier ? null : named,
    proveedor_id: named !== '' && isSupplier ? named : null,
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text);

function headerBody({ source, delivery, remarks }: Partial<Header>) {
  return {
    ...(source === undefined ? {} : sourceBody(source)),
    ...(delivery === undefined ? {} : { fecha_entrega: orNull(delivery) }),
    ...(remarks === undefined ? {} : { observaciones: orNull(remarks) }),
  };
}

function lineBody(line: LineView, draft: OrderDraft, field: QuantityField) {
  const typed = draft.lines.find(({ productId }) => productId === line.productId);
  // What an added line shows is what it asks for: what is suggested may have changed since.
  const quantity = line.isAdded ? line.quantity : typed?.quantity;
  return {
    producto_id: line.productId,
    ...(quantity === undefined || !isQuantity(quantity) ? {} : { [field]: quantity }),
  };
}

/** The changed lines, in the order in which they are on screen: the API names them by their place. */
export function changedLines(lines: readonly LineView[]): readonly LineView[] {
  return lines.filter(({ isChanged }) => isChanged);
}

/** PATCH /pedidos/:id : what was changed, and nothing else. */
export function changesBody(draft: OrderDraft, lines: readonly LineView[], field: QuantityField): ChangesBody {
  const changed = changedLines(lines);
  return {
    ...headerBody(draft.header),
    ...(changed.length === 0 ? {} : { lineas: changed.map((line) => lineBody(line, draft, field)) }),
    ...(draft.removed.length === 0 ? {} : { quitar: [...draft.removed] }),
  };
}

/** POST /pedidos */
export function newOrderBody(draft: OrderDraft, header: Header, lines: readonly LineView[]): NewOrderBody {
  const { delivery, remarks, source } = header;
  return {
    ubicacion_id: header.storeId,
    ...(source === '' ? {} : sourceBody(source)),
    ...(delivery === '' ? {} : { fecha_entrega: delivery }),
    ...(remarks.trim() === '' ? {} : { observaciones: remarks }),
    lineas: changedLines(lines).map((line) => lineBody(line, draft, 'cantidad_solicitada')),
  };
}
