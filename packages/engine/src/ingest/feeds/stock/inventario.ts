import type { CopiedColumn } from '../../../bridge/index.ts';
import { addPlaceholders } from '../../units/derived.ts';
import { unitArrays } from '../../units/replace-facts.ts';
import type { StoreDayWriter, WriteContext, Written } from '../../units/unit.ts';
import { sendTemporary } from '../send-temporary.ts';
import { applyCount, countLines } from './apply-count.ts';

const text: CopiedColumn['type'] = { name: 'text' };
const instant: CopiedColumn['type'] = { name: 'timestamptz' };
const number: CopiedColumn['type'] = { name: 'numeric' };
const whole: CopiedColumn['type'] = { name: 'int8' };

/** What is counted of a product, with the expressions that give it: a product in several places is in several lines. */
const columns: readonly (CopiedColumn & { readonly sql: string })[] = [
  { name: 'ubicacion_id', type: text, sql: 'ubicacion_id' },
  { name: 'fecha', type: { name: 'date' }, sql: 'fecha' },
  { name: 'producto_id', type: text, sql: 'producto_id' },
  { name: 'lineas', type: whole, sql: 'count(*)' },
  { name: 'contada_en', type: instant, sql: 'max(fecha_hora)' },
  { name: 'cantidad', type: number, sql: 'sum(cantidad)' },
  { name: 'cantidad_reservada', type: number, sql: 'sum(cantidad_reservada)' },
  { name: 'cantidad_disponible', type: number, sql: 'sum(cantidad_disponible)' },
  { name: 'valor_inventario', type: number, sql: 'sum(valor_inventario)' },
  { name: 'costo_maximo', type: number, sql: 'max(costo_promedio)' },
  { name: 'costo_minimo', type: number, sql: 'min(costo_promedio)' },
  { name: 'cantidad_minima', type: number, sql: 'min(cantidad) FILTER (WHERE costo_promedio IS NOT NULL)' },
  { name: 'cantidad_con_costo', type: number, sql: 'sum(cantidad) FILTER (WHERE costo_promedio IS NOT NULL)' },
  { name: 'costo_total', type: number, sql: 'sum(cantidad * costo_promedio)' },
  { name: 'ultima_entrada', type: instant, sql: 'max(ultima_entrada)' },
  { name: 'ultima_salida', type: instant, sql: 'max(ultima_salida)' },
  { name: 'ultima_venta', type: instant, sql: 'max(ultima_venta)' },
  { name: 'fecha_proximo_vencimiento', type: { name: 'date' }, sql: 'min(fecha_proximo_vencimiento)' },
];

/** A count of a store at one moment, as it lies in the temporary table. */
interface Count {
  readonly ubicacionId: string;
  readonly fecha: string;
  /** A timestamptz as text, to the microsecond. */
  readonly moment: string;
  readonly rows: number;
  readonly counted: string;
  readonly products: number;
  /** Products that are in several lines. */
  readonly spread: number;
}

/** Stock counts: into stock_actual, with the movements since. The count's moment is its newest line's, else the end of its day. */
export const inventarioWriter: StoreDayWriter = {
  async write(context) {
    await addPlaceholders(context);
    await sendTemporary(
      context,
      countLines,
      columns,
      `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${context.rows} GROUP BY ubicacion_id, fecha, producto_id`,
    );
    const written: Written[] = [];
    // The newest count of a store first: the older ones have nothing to do then.
    for (const count of await countsIn(context)) written.push(await writeCount(context, count));
    return written;
  },
};

async function countsIn({ client, units }: WriteContext): Promise<readonly Count[]> {
  const { rows } = await client.query<Count>(
    `SELECT t.u AS "ubicacionId", t.f AS fecha, m.moment::text AS moment, coalesce(c.rows, 0)::int AS rows,
       coalesce(c.counted, 0) AS counted, coalesce(c.products, 0)::int AS products, coalesce(c.spread, 0)::int AS spread
     FROM unnest($1::text[], $2::date[]) AS t (u, f) JOIN public.ubicaciones AS u ON u.id = t.u
     LEFT JOIN (
       SELECT ubicacion_id, fecha, max(contada_en) AS moment, sum(lineas) AS rows, sum(cantidad) AS counted,
         count(*) AS products, count(*) FILTER (WHERE lineas > 1) AS spread
       FROM ${countLines} GROUP BY ubicacion_id, fecha) AS c ON c.ubicacion_id = t.u AND c.fecha = t.f
     CROSS JOIN LATERAL (SELECT coalesce(c.moment,
       (t.f + 1)::timestamp AT TIME ZONE u.zona_horaria - interval '1 microsecond') AS moment) AS m
     ORDER BY t.u, m.moment DESC`,
    [...unitArrays(units)],
  );
  return rows;
}

async function writeCount(
  { client, partial }: WriteContext,
  { ubicacionId, fecha, moment, rows, counted, products, spread }: Count,
): Promise<Written> {
  const written = { ubicacionId, fecha, rows, sums: { cantidad: counted } };
  // An answer without lines is no evidence that a store is empty.
  if (rows === 0) return { ...written, message: 'The count has no lines: the stock stays as it is.' };
  const said = await applyCount(client, { store: ubicacionId, date: fecha, moment, products, partial });
  const several = spread === 1 ? '1 product is' : `${spread} products are`;
  const added = spread === 0 ? [] : [`${several} in several lines of the count, which were added up.`];
  const message = [...said, ...added].join(' ');
  return message === '' ? written : { ...written, message };
}
