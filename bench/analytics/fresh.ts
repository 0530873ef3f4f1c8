import { median } from '../lib/figures.ts';
import type { Workbench } from '../lib/workbench.ts';
import { linesOfDay } from './days.ts';
import { storeDay } from './questions.ts';
import type { Setting } from './set-up.ts';

/** From the commit of a store's day to the first answer of the mirror that has its lines. */
export async function measureFreshness({ bench, extent, options, sides }: Setting): Promise<object> {
  const {
    stores: [store = ''],
    to: day,
  } = extent;
  const { rows, rounds, say } = options;
  const most = linesOfDay(rows);
  const question = storeDay(store, day);
  const seconds: number[] = [];
  // The first one is of a process that has not compiled anything yet.
  for (let round = 0; round <= rounds; round++) {
    // Never as many as before: an answer that is not fresh shows.
    const lines = most - round;
    await replaceDay(bench.pool, { store, day, lines });
    const committed = performance.now();
    const { engine, rows: found, timings } = await question.ask(sides.mirror.query, { budgetMs: 60_000 });
    const taken = (performance.now() - committed) / 1000;
    if (engine !== 'mirror' || !isOf(found[0], lines)) throw new Error(`a stale answer: ${JSON.stringify(found[0])}`);
    if (round === 0) continue;
    seconds.push(taken);
    say(
      `round ${round}: a store's day of ${lines} lines is in the mirror's answers ${taken.toFixed(2)} s after its commit (sync ${timings.syncMs?.toFixed(0)} ms)`,
    );
  }
  return { lines: most, seconds, medianSeconds: median(seconds) };
}

const isOf = (row: unknown, lines: number) =>
  typeof row === 'object' && row !== null && 'lineas' in row && Number(row.lineas) === lines;

interface Day {
  readonly store: string;
  readonly day: string;
  readonly lines: number;
}

/** Puts other lines in the place of a store's day, in one transaction, as loads do. */
async function replaceDay(pool: Workbench['pool'], { store, day, lines }: Day): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM ventas_raw WHERE ubicacion_id = $1 AND fecha = $2', [store, day]);
    await client.query(
      `INSERT INTO ventas_raw (id, ubicacion_id, fecha, fecha_hora, numero_factura, linea, producto_id, cantidad, precio_unitario, costo_unitario, monto_total)
       SELECT n, $1, $2::date, $2::date + make_interval(secs => 43200 + n % 30000), 'F' || n / 5, n % 5 + 1,
         p.ids[1 + n::bigint * 7919 % cardinality(p.ids)], 1 + n % 3, 2.5, 1.75, (1 + n % 3) * 2.5
       FROM generate_series(1, $3::int) AS n, (SELECT array_agg(id) AS ids FROM productos) AS p`,
      [store, day, lines],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
