import { Type, type Static } from 'typebox';
import {
  booleanColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  Identificador,
  integerColumn,
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
  textFilter,
  type RowOf,
} from '../base/index.ts';
import { searchParameter } from './inventario/filters.ts';

/** The catalogue. */
export const Productos = tableOf({
  id: textColumn(Identificador),
  codigo: textColumn(),
  codigo_barras: orNull(textColumn()),
  descripcion: textColumn(),
  categoria: textColumn(),
  subcategoria: orNull(textColumn()),
  marca: orNull(textColumn()),
  presentacion: orNull(textColumn()),
  unidad_medida: orNull(textColumn()),
  unidades_por_bulto: orNull(decimalColumn(4)),
  precio_sugerido: orNull(decimalColumn(4)),
  activo: booleanColumn(),
});
export type Producto = RowOf<typeof Productos>;

/** GET /productos : the catalogue by codigo, a page at a time. */
export const ProductosResponse = pageOf(Productos.row);
export type ProductosResponse = Static<typeof ProductosResponse>;

export const buscarProductos = endpoint({
  id: 'buscarProductos',
  method: 'GET',
  path: '/productos',
  summary: 'Busca en el catálogo de productos; por orden de código',
  tag: 'productos',
  query: Type.Object(
    {
      ...searchParameter,
      categoria: Type.Optional(textFilter(50, 'Categoría exacta.')),
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: ProductosResponse },
  table: Productos,
});

const count = (description: string) => integerColumn({ minimum: 0, description });

/** What the products of the catalogue are grouped by. */
export const Categorias = tableOf({
  categoria: textColumn(),
  productos: count('Los del catálogo, también los que ya no se venden.'),
  productos_activos: count('Los que no están inactivos ni descontinuados.'),
});

/** GET /categorias : all at once, by name. */
export const CategoriasResponse = Type.Object({ datos: Type.Array(Categorias.row) });
export type CategoriasResponse = Static<typeof CategoriasResponse>;

export const listarCategorias = endpoint({
  id: 'listarCategorias',
  method: 'GET',
  path: '/categorias',
  summary: 'Categorías del catálogo, cada una con cuántos productos tiene; por nombre',
  tag: 'productos',
  query: Type.Object({ ...formatParameter }, { additionalProperties: false }),
  answers: { 200: CategoriasResponse },
  table: Categorias,
});
