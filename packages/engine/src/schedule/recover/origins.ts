import { access, constants } from 'node:fs/promises';
import type { SqlRunner } from '../../base/index.ts';
import { activeSources, type ActiveSource } from '../planner/active-sources.ts';
import type { LoadTask } from '../queue/index.ts';

/** A store's business day whose sales are to be loaded again. */
export interface MissingUnit {
  readonly ubicacion_id: string;
  readonly fecha: string;
}

/** A unit and what brings it; undefined: nothing that is known. */
export interface UnitOrigin {
  readonly unit: MissingUnit;
  readonly task: LoadTask | undefined;
}

/** The last file that each unit's sales were in, or were to be in, if they came as a file. */
const filesSql = `
  SELECT DISTINCT ON (c.ubicacion_id, c.fecha) c.ubicacion_id, c.fecha, c.archivo AS path
  FROM public.cargas AS c
  LEFT JOIN public.entregas AS e ON e.id = c.entrega_id
  WHERE c.fuente IN ('ventas', 'facturas') AND c.archivo IS NOT NULL AND e.origen IS DISTINCT FROM 'http'
    AND (c.ubicacion_id, c.fecha) IN (SELECT * FROM unnest($1::text[], $2::date[]))
  ORDER BY c.ubicacion_id, c.fecha, c.iniciada DESC`;

/**
 * Where the sales of each unit can be had: from an HTTP source of its store, receipts rather than sales lines; else from the
 * file that the ledger names, if this process can still read it. Relative paths are of the working folder.
 */
export async function originsOf(db: SqlRunner, units: readonly MissingUnit[]): Promise<readonly UnitOrigin[]> {
  if (units.length === 0) return [];
  const all = await activeSources(db);
  const sources = ['facturas', 'ventas'].flatMap((feed) => all.filter((source) => source.feed === feed));
  const files = await readableFiles(db, units);
  return units.map((unit) => {
    const source = sources.find(({ stores }) => stores.some(({ id }) => id === unit.ubicacion_id));
    return { unit, task: source === undefined ? fileTask(files.get(keyOf(unit))) : sourceTask(source, unit) };
  });
}

function sourceTask(source: ActiveSource, { ubicacion_id, fecha }: MissingUnit): LoadTask {
  return { kind: 'source', source: source.name, store: ubicacion_id, date: fecha };
}

function fileTask(path: string | undefined): LoadTask | undefined {
  return path === undefined ? undefined : { kind: 'file', path };
}

function keyOf({ ubicacion_id, fecha }: MissingUnit): string {
  return `${fecha} ${ubicacion_id}`;
}

async function readableFiles(db: SqlRunner, units: readonly MissingUnit[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<MissingUnit & { path: string }>(filesSql, [
    units.map(({ ubicacion_id }) => ubicacion_id),
    units.map(({ fecha }) => fecha),
  ]);
  const paths = [...new Set(rows.map(({ path }) => path))];
  const readable = new Set<string>();
  for (const path of paths) {
    await access(path, constants.R_OK).then(
      () => readable.add(path),
      () => {},
    );
  }
  return new Map(rows.filter(({ path }) => readable.has(path)).map((row) => [keyOf(row), row.path]));
}
