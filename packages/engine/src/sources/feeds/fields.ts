import type { FieldSpec, FieldType } from './feed-spec.ts';

type More = Omit<FieldSpec, 'name' | 'type'>;

const field =
  (type: FieldType) =>
  (name: string, more: More = {}): FieldSpec => ({ name, type, ...more });

export const integer = field({ kind: 'integer' });
export const boolean = field({ kind: 'boolean' });
export const date = field({ kind: 'date' });
export const instant = field({ kind: 'instant' });
export const time = field({ kind: 'time' });

export const text = (maxLength?: number) =>
  field(maxLength === undefined ? { kind: 'text' } : { kind: 'text', maxLength });

export const decimal = (precision: number, scale: number) => field({ kind: 'decimal', precision, scale });

/** An id or a code: VARCHAR(50). */
export const id = text(50);

/** A quantity of goods, in units. */
export const units = decimal(12, 4);

export const store = id('ubicacion_id', {
  aliases: ['ubicacion', 'ubicacion_codigo', 'tienda', 'tienda_id', 'sucursal', 'store', 'store_id'],
});

/** What every line of a store-day says of where and when. */
export const storeDay: readonly FieldSpec[] = [
  store,
  date('fecha', { aliases: ['fecha_venta', 'date', 'business_date'] }),
  instant('fecha_hora', { aliases: ['fechahora', 'timestamp', 'datetime', 'hora_venta'] }),
];

export const product = id('producto_id', {
  aliases: ['producto', 'codigo_producto', 'producto_codigo', 'sku', 'articulo', 'item', 'product_id'],
});
