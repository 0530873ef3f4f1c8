import type { DuckDBConnection } from '@duckdb/node-api';
import type { CopiedColumn } from '../../../bridge/index.ts';
import { feeds } from '../../../sources/index.ts';
import { addPlaceholders } from '../../units/derived.ts';
import { replaceFacts, unitArrays, type FactTarget } from '../../units/replace-facts.ts';
import type { StagedTables, StoreDayWriter, WriteContext, Written } from '../../units/unit.ts';
import { lineId } from '../line-id.ts';
import { rejectLines } from '../reject-lines.ts';

const units: CopiedColumn['type'] = { name: 'numeric', precision: 12, scale: 4 };
const text: CopiedColumn['type'] = { name: 'text' };

const columns: readonly CopiedColumn[] = [
  { name: 'id', type: text },
  { name: 'ubicacion_id', type: text },
  { name: 'fecha', type: { name: 'date' } },
  { name: 'fecha_hora', type: { name: 'timestamptz' } },
  { name: 'producto_id', type: text },
  { name: 'tipo_movimiento', type: text },
  { name: 'subtipo', type: text },
  { name: 'origen', type: text },
  { name: 'destino', type: text },
  { name: 'referencia', type: text },
  { name: 'cantidad', type: units },
  { name: 'stock_anterior', type: units },
  { name: 'stock_nuevo', type: units },
  { name: 'costo_unitario', type: units },
  { name: 'valor_total', type: { name: 'numeric', precision: 18, scale: 2 } },
  { name: 'usuario', type: text },
  { name: 'observaciones', type: text },
];

const target: FactTarget = {
  table: 'movimientos_inventario',
  columns,
  query: (rows) => `SELECT ${columns.map(({ name }) => (name === 'id' ? lineId('id') : name)).join(', ')} FROM ${rows}`,
};

/** Inventory movements: into movimientos_inventario, and the stock that follows from them into stock_actual. */
export const movimientosWriter: StoreDayWriter = {
  check: rejectAmbiguous,
  async write(context) {
    await addPlaceholders(context);
    const before = await movedProducts(context);
    await replaceFacts(context, [target]);
    const after = await movedProducts(context);
    await recomputeStock(context, [...before, ...after]);
    return await movementsOf(context);
  },
};

/** Of one movement nobody can tell which of two lines is right. Lines that agree in everything were dropped before. */
async function rejectAmbiguous(duck: DuckDBConnection, tables: StagedTables): Promise<number> {
  return await rejectLines(
    duck,
    tables,
    feeds.movimientos,
    `SELECT r.rowid AS place, 'fecha_hora' AS field, NULL::VARCHAR AS value, 'is empty' AS reason
     FROM ${tables.rows} AS r WHERE r.fecha_hora IS NULL
     UNION ALL
     SELECT r.rowid, 'id', r.id, 'is also in line ' || CASE WHEN r.line = d.first THEN d.last ELSE d.first END || ', with other values'
     FROM ${tables.rows} AS r JOIN (
       SELECT ubicacion_id, fecha, id, min(line) AS first, max(line) AS last FROM ${tables.rows}
       WHERE id IS NOT NULL AND fecha_hora IS NOT NULL GROUP BY ubicacion_id, fecha, id HAVING count(*) > 1) AS d
     ON d.ubicacion_id = r.ubicacion_id AND d.fecha = r.fecha AND d.id = r.id
     WHERE r.fecha_hora IS NOT NULL`,
  );
}

/** Products that the units' movements in the table name. */
interface MovedProducts {
  readonly store: string;
  /** A text[] as PostgreSQL prints it. */
  readonly products: string;
}

const inUnits = `(m.ubicacion_id, m.fecha) IN (SELECT * FROM unnest($1::text[], $2::date[]))
  AND m.fecha BETWEEN (SELECT min(f) FROM unnest($2::date[]) AS f) AND (SELECT max(f) FROM unnest($2::date[]) AS f)`;

async function movedProducts({ client, units: those }: WriteContext): Promise<readonly MovedProducts[]> {
  const { rows } = await client.query<MovedProducts>(
    `SELECT m.ubicacion_id AS store, array_agg(DISTINCT m.producto_id)::text AS products
     FROM public.movimientos_inventario AS m WHERE ${inUnits} GROUP BY m.ubicacion_id`,
    [...unitArrays(those)],
  );
  return rows;
}

/** Store by store, in the order in which every load locks them. */
async function recomputeStock({ client, units: those }: WriteContext, moved: readonly MovedProducts[]): Promise<void> {
  await client.query(
    `SELECT fluxion.recompute_stock(t.store, t.products, t.first_day, t.last_day) FROM (
       SELECT p.store, array_agg(p.product) AS products, d.first_day, d.last_day
       FROM (SELECT DISTINCT s, unnest(a::text[]) FROM unnest($3::text[], $4::text[]) AS x (s, a)) AS p (store, product)
       JOIN (SELECT u, min(f), max(f) FROM unnest($1::text[], $2::date[]) AS x (u, f) GROUP BY u) AS d (store, first_day, last_day)
         ON d.store = p.store
       GROUP BY p.store, d.first_day, d.last_day) AS t ORDER BY t.store`,
    [...unitArrays(those), moved.map(({ store }) => store), moved.map(({ products }) => products)],
  );
}

async function movementsOf({ client, units: those }: WriteContext): Promise<Written[]> {
  const { rows } = await client.query<{ ubicacionId: string; fecha: string; rows: number; moved: string }>(
    `SELECT t.u AS "ubicacionId", t.f AS fecha, coalesce(m.rows, 0)::int AS rows, coalesce(m.moved, 0) AS moved
     FROM unnest($1::text[], $2::date[]) AS t (u, f) LEFT JOIN (
       SELECT m.ubicacion_id, m.fecha, count(*) AS rows, sum(m.cantidad) AS moved
       FROM public.movimientos_inventario AS m WHERE ${inUnits} GROUP BY m.ubicacion_id, m.fecha) AS m
     ON m.ubicacion_id = t.u AND m.fecha = t.f`,
    [...unitArrays(those)],
  );
  return rows.map(({ moved, ...unit }) => ({ ...unit, sums: { cantidad: moved } }));
}
