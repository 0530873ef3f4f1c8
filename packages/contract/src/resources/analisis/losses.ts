import {
  decimalColumn,
  endpoint,
  Identificador,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
} from '../../base/index.ts';
import { analysisOf, analysisQuery, rankingFields, rankingParameters } from './filters.ts';
import { productColumns, storeColumns } from './figures.ts';

const declared = { method: 'GET', tag: 'ventas', problems: ['NO_EXCHANGE_RATE'] } as const;
const lost = decimalColumn(2, 'unidades_perdidas x precio');

export const VentasPerdidas = tableOf({
  ubicacion_id: textColumn(Identificador),
  ...productColumns,
  dias_sin_stock: integerColumn({ description: 'Días en que la tienda vendió y cerró sin existencia del producto.' }),
  dias_con_stock: integerColumn(),
  unidades_con_stock: decimalColumn(6, 'Vendidas en los días con existencia.'),
  demanda_diaria: orNull(decimalColumn(4, 'unidades_con_stock / dias_con_stock')),
  unidades_sin_stock: decimalColumn(6, 'Vendidas en los días sin existencia.'),
  unidades_perdidas: orNull(decimalColumn(2, 'dias_sin_stock x demanda_diaria - unidades_sin_stock')),
  precio: orNull(decimalColumn(4, 'El promedio de los días con existencia.')),
  venta_perdida: lost,
});

export const estimarVentasPerdidas = endpoint({
  ...declared,
  id: 'estimarVentasPerdidas',
  path: '/ventas/perdidas',
  summary:
    'Ventas que se estiman perdidas por quiebres, por tienda y producto, con sus cuentas; la pérdida mayor primero',
  query: analysisQuery(rankingParameters),
  answers: { 200: analysisOf(VentasPerdidas, rankingFields) },
  table: VentasPerdidas,
});

export const VentasPerdidasTienda = tableOf({
  ...storeColumns,
  productos: integerColumn({ minimum: 0 }),
  dias_sin_stock: integerColumn({ description: 'Los de sus productos, sumados.' }),
  venta_perdida: lost,
});

export const estimarVentasPerdidasPorTienda = endpoint({
  ...declared,
  id: 'estimarVentasPerdidasPorTienda',
  path: '/ventas/perdidas/tienda',
  summary: 'Ventas que cada tienda perdió, según se estima, por quiebres; la que más perdió primero',
  query: analysisQuery({}),
  answers: { 200: analysisOf(VentasPerdidasTienda, {}) },
  table: VentasPerdidasTienda,
});
