import { date, decimal, id, instant, product, storeDay, text, units } from './fields.ts';
import type { FeedSpec } from './feed-spec.ts';

/** Stock as it was counted or as the till keeps it, at one moment. */
export const inventario: FeedSpec = {
  name: 'inventario',
  summary: 'a stock count of a store',
  unit: 'store-day',
  fields: [
    ...storeDay,
    { ...product, required: true },
    units('cantidad', { required: true, aliases: ['stock', 'existencia', 'cant', 'quantity', 'qty'] }),
    units('cantidad_reservada', { aliases: ['reservado', 'reserved'] }),
    units('cantidad_disponible', { aliases: ['disponible', 'available'] }),
    decimal(18, 2)('valor_inventario', { aliases: ['valor'] }),
    units('costo_promedio', { aliases: ['costo', 'cost'] }),
    instant('ultima_entrada'),
    instant('ultima_salida'),
    instant('ultima_venta'),
    date('fecha_proximo_vencimiento', { aliases: ['vencimiento', 'fecha_vencimiento', 'expiry'] }),
  ],
  oneOfEach: [['ubicacion_id'], ['fecha', 'fecha_hora']],
  totals: ['cantidad'],
};

export const movimientos: FeedSpec = {
  name: 'movimientos',
  summary: 'inventory movements of a store-day',
  unit: 'store-day',
  fields: [
    ...storeDay,
    id('id', { aliases: ['movimiento_id', 'id_movimiento'] }),
    { ...product, required: true },
    text(30)('tipo_movimiento', {
      required: true,
      aliases: ['tipo'],
      oneOf: ['entrada', 'salida', 'ajuste', 'transferencia'],
    }),
    text(30)('subtipo'),
    text(100)('origen'),
    text(100)('destino'),
    text(100)('referencia', { aliases: ['documento'] }),
    units('cantidad', { required: true, aliases: ['cant', 'quantity', 'qty'] }),
    units('stock_anterior'),
    units('stock_nuevo'),
    units('costo_unitario', { aliases: ['costo', 'cost'] }),
    decimal(18, 2)('valor_total', { aliases: ['valor'] }),
    text(100)('usuario'),
    text()('observaciones'),
  ],
  oneOfEach: [['ubicacion_id'], ['fecha_hora']],
  totals: ['cantidad'],
  lineKey: ['id'],
};
