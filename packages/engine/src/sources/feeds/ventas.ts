import { decimal, id, integer, product, storeDay } from './fields.ts';
import type { FeedSpec } from './feed-spec.ts';

const amount = decimal(18, 6);

/** Sales lines. One without its product's code is a sale all the same. */
export const ventas: FeedSpec = {
  name: 'ventas',
  summary: 'sales lines of a store-day',
  unit: 'store-day',
  fields: [
    ...storeDay,
    id('numero_factura', { aliases: ['factura', 'nro_factura', 'invoice', 'invoice_no', 'ticket'] }),
    integer('linea', { aliases: ['nro_linea', 'renglon', 'line', 'line_number'] }),
    product,
    amount('cantidad', { required: true, aliases: ['cant', 'unidades', 'quantity', 'qty'] }),
    amount('precio_unitario', { aliases: ['precio', 'unit_price', 'price'] }),
    amount('costo_unitario', { aliases: ['costo', 'unit_cost', 'cost'] }),
    amount('monto_total', {
      required: true,
      aliases: ['monto', 'total', 'importe', 'precio_total', 'amount'],
      product: ['cantidad', 'precio_unitario'],
    }),
  ],
  oneOfEach: [['ubicacion_id'], ['fecha', 'fecha_hora'], ['producto_id']],
  totals: ['cantidad', 'monto_total'],
  lineKey: ['numero_factura', 'linea'],
};
