import type { MasterTable, Rule } from './master-table.ts';

/**
 * Found by id; without an id by code, and as a last chance by the code as an id, which is what a placeholder has, and what a
 * new row gets.
 */
function byCode(name: string, { placeholders, cede }: { placeholders: boolean; cede: boolean }): MasterTable {
  return {
    name,
    joins: `LEFT JOIN public.${name} AS o ON o.codigo = d.codigo`,
    key: [{ column: 'id', sql: `coalesce(d.id, o.id, d.codigo)` }],
    named: 'codigo',
    unique: 'codigo',
    rules: [
      {
        field: 'codigo',
        broken: `o.id <> d.id${cede ? ' AND NOT o.es_provisional' : ''}`,
        reason: `'is the code of ' || o.id || ' already'`,
      },
      {
        field: 'codigo',
        broken: `d.id IS NULL AND o.id IS NULL AND t.id IS NOT NULL${placeholders ? ' AND NOT t.es_provisional' : ''}`,
        reason: `'is the id of another row, whose code is ' || t.codigo`,
      },
    ],
    ...(placeholders && { hasPlaceholders: true }),
    ...(cede && { placeholdersCedeCodes: true }),
  };
}

function withRules(table: MasterTable, rules: readonly Rule[]): MasterTable {
  return { ...table, rules: [...table.rules, ...rules] };
}

const rating = (field: string): Rule => ({
  field,
  broken: `d.${field} NOT BETWEEN 1 AND 5`,
  reason: `'is not between 1 and 5'`,
});

export const productos = withRules(byCode('productos', { placeholders: true, cede: true }), [
  { field: 'unidades_por_bulto', broken: 'd.unidades_por_bulto <= 0', reason: `'is not above 0'` },
]);

// A placeholder of a store keeps its code: its sales are in its id, and a second store of that code would split them.
export const ubicaciones = withRules(byCode('ubicaciones', { placeholders: true, cede: false }), [
  {
    field: 'zona_horaria',
    broken: 'NOT fluxion.is_time_zone(d.zona_horaria)',
    reason: `'is not a time zone such as America/Caracas'`,
  },
]);

export const proveedores = withRules(byCode('proveedores', { placeholders: false, cede: false }), [
  rating('calificacion_calidad'),
  rating('calificacion_servicio'),
  rating('calificacion_precio'),
]);

export const categorias: MasterTable = {
  name: 'categorias_config',
  // A row for the whole category may say so with an empty text as well as with none.
  joins: `LEFT JOIN LATERAL (SELECT c.subcategoria FROM public.categorias_config AS c
    WHERE c.categoria = d.categoria AND coalesce(c.subcategoria, '') = coalesce(d.subcategoria, '')
    ORDER BY c.subcategoria LIMIT 1) AS s ON true`,
  key: [
    { column: 'categoria', sql: 'd.categoria' },
    { column: 'subcategoria', sql: 'coalesce(s.subcategoria, d.subcategoria)', nullable: true },
  ],
  named: 'categoria',
  rules: [],
};
