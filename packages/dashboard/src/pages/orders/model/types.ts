import type { AnswerTo, RequestTo } from '../../../client/index.ts';

/** An order with its lines, as the API tells it. */
export type Order = AnswerTo<'verPedido'>;
export type SavedLine = Order['detalle'][number];
export type OrderState = Order['estado'];
export type OrderRow = AnswerTo<'listarPedidos'>['datos'][number];
/** What would be suggested of a product now. */
export type Suggestion = AnswerTo<'sugerirPedido'>['datos'][number];
export type OrderSource = AnswerTo<'listarOrigenesPedido'>['datos'][number];
export type NewOrderBody = RequestTo<'crearPedido'>['body'];
export type ChangesBody = RequestTo<'cambiarPedido'>['body'];

/** The quantity of a line that is decided in an order's state. */
export const quantityFields = ['cantidad_solicitada', 'cantidad_aprobada', 'cantidad_recibida'] as const;
export type QuantityField = (typeof quantityFields)[number];

/** What an order says beside its lines; texts of fields, empty where nothing is said. */
export interface Header {
  readonly storeId: string;
  /** `ubicacion C1`, `proveedor V1`: who is asked. */
  readonly source: string;
  readonly delivery: string;
  readonly remarks: string;
}

export const emptyHeader: Header = { storeId: '', source: '', delivery: '', remarks: '' };

/** What identifies a product to people. */
export interface ProductLabel {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly caseSize: string;
}
