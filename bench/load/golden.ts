import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { secondsOf } from '../lib/figures.ts';
import type { Workbench } from '../lib/workbench.ts';
import { forgetLoads } from './chain.ts';
import { shop, state, type Step } from './golden-cases.ts';
import { loadFiles } from './ours.ts';

const foundSql = `
  SELECT count(*)::text AS lines, count(DISTINCT numero_factura)::text AS invoices, round(sum(monto_total), 2)::text AS total,
    count(*) FILTER (WHERE cantidad < 0)::text AS returned, count(DISTINCT (ubicacion_id, fecha))::text AS days,
    (SELECT sum(venta_total) FROM ventas_diarias) = sum(monto_total) AS "sumsAgree"
  FROM ventas_raw`;

/** Loads real data from a folder that is not in the repository, and compares sums with those that are known of it. */
export async function compareGolden(bench: Workbench, { data, say }: BenchmarkOptions): Promise<object> {
  if (data === undefined) {
    say('real data: not given (--data DIR)');
    return {};
  }
  await bench.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES ('UK', 'UK', 'UK', 'tienda', 'Europe/London')`,
  );
  const results: Record<string, unknown> = {};
  for (const one of [await shop(data, bench.directory), state(data)]) {
    await forgetLoads(bench);
    const seconds = await secondsOf(async () => {
      for (const step of one.steps) await loadStep(bench, step, say);
    });
    const { rows } = await bench.pool.query(foundSql);
    const [found] = rows;
    const equal = Object.entries({ ...one.expected, sumsAgree: true }).every(([name, value]) => found[name] === value);
    say(`${one.name}: ${equal ? 'as expected' : 'NOT as expected'}, ${seconds.toFixed(1)} s: ${JSON.stringify(found)}`);
    results[one.name] = { seconds, equal, found };
  }
  return results;
}

async function loadStep(
  { pool, directory }: Workbench,
  { path, entry }: Step,
  say: (line: string) => void,
): Promise<void> {
  const reports = await loadFiles(pool, directory, [path], entry);
  const remarkable = reports.filter(({ outcome }) => outcome !== 'cargada');
  for (const { name, outcome, message, rejects } of remarkable.slice(0, 5)) {
    say(`${name}: ${outcome} ${message ?? ''} ${rejects.length} rejected: ${rejects[0]?.field} ${rejects[0]?.reason}`);
  }
}
