import { isBusinessDate } from '../../../range/index.ts';
import type { RequestTo } from '../../../client/index.ts';
import { orderStates } from './transitions.ts';
import type { OrderState } from './types.ts';

/** What the list of orders is filtered by, beside stores and products: it lives in the address bar. */
export interface OrderFilters {
  /** An empty list means all. */
  readonly states: readonly OrderState[];
  /** As `sourceValue` writes it; at most one. */
  readonly source: string;
  /** Empty: open at that end. */
  readonly from: string;
  readonly to: string;
}

const STATE = 'estado';
const SOURCE = 'origen';
const FROM = 'desde';
const TO = 'hasta';

function dateIn(parameters: URLSearchParams, name: string): string {
  const text = parameters.get(name) ?? '';
  return isBusinessDate(text) ? text : '';
}

export function readOrderFilters(search: string): OrderFilters {
  const parameters = new URLSearchParams(search);
  const named = new Set(parameters.getAll(STATE));
  const source = parameters.get(SOURCE) ?? '';
  const [from, to] = [dateIn(parameters, FROM), dateIn(parameters, TO)];
  const isReversed = from !== '' && to !== '' && from > to;
  return {
    states: orderStates.filter((state) => named.has(state)),
    source: /^(ubicacion|proveedor) .+$/.test(source) ? source : '',
    from: isReversed ? '' : from,
    to: isReversed ? '' : to,
  };
}

/** What puts them into the address. */
export function orderFiltersPatch({ states, source, from, to }: Partial<OrderFilters>) {
  return {
    ...(states === undefined ? {} : { [STATE]: states.length === 0 ? null : states }),
    ...(source === undefined ? {} : { [SOURCE]: source === '' ? null : source }),
    ...(from === undefined ? {} : { [FROM]: from === '' ? null : from }),
    ...(to === undefined ? {} : { [TO]: to === '' ? null : to }),
  };
}

type OrdersQuery = NonNullable<RequestTo<'listarPedidos'>['query']>;

/** The parameters of the API for these filters. It takes one product: orders of any of several cannot be asked for. */
export function ordersQuery(
  { states, source, from, to }: OrderFilters,
  stores: readonly string[],
  products: readonly string[],
): OrdersQuery {
  const [, kind, id] = /^(ubicacion|proveedor) (.+)$/.exec(source) ?? [];
  const [product] = products;
  return {
    ...(from === '' ? {} : { fecha_inicio: from }),
    ...(to === '' ? {} : { fecha_fin: to }),
    ...(stores.length === 0 ? {} : { ubicacion_id: [...stores] }),
    ...(states.length === 0 ? {} : { estado: [...states] }),
    ...(id === undefined ? {} : kind === 'proveedor' ? { proveedor_id: id } : { ubicacion_origen_id: id }),
    ...(product === undefined ? {} : { producto_id: product }),
  };
}
