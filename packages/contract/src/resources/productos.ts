import { Type, type Static } from 'typebox';
import { Decimal, Identificador, nullable, pageOf, pageParameters, textFilter, Texto } from '../base/index.ts';

export const Producto = Type.Object({
  id: Identificador,
  codigo: Texto,
  codigo_barras: nullable(Texto),
  descripcion: Texto,
  categoria: Texto,
  subcategoria: nullable(Texto),
  marca: nullable(Texto),
  presentacion: nullable(Texto),
  unidad_medida: nullable(Texto),
  unidades_por_bulto: nullable(Decimal),
  precio_sugerido: nullable(Decimal),
  activo: Type.Boolean(),
});
export type Producto = Static<typeof Producto>;

export const ProductosQuery = Type.Object(
  {
    q: Type.Optional(
      textFilter(
        100,
        'Palabras que deben aparecer en código, código de barras o descripción, sin distinguir mayúsculas ni acentos.',
      ),
    ),
    categoria: Type.Optional(textFilter(50, 'Categoría exacta.')),
    ...pageParameters,
  },
  { additionalProperties: false },
);
export type ProductosQuery = Static<typeof ProductosQuery>;

/** GET /productos : the catalogue by codigo, a page at a time. */
export const ProductosResponse = pageOf(Producto);
export type ProductosResponse = Static<typeof ProductosResponse>;
