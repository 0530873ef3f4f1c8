import { Type, type Static } from 'typebox';
import { endpoint, formatParameter, integerColumn, tableOf, textColumn } from '../base/index.ts';

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

/** By operationId. */
export const categoriasEndpoints = { listarCategorias } as const;
