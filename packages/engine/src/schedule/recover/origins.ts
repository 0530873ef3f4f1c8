import { access, constants } from 'node:fs/promises';
import type { SqlRunner } from '../../base/index.ts';
import { activeSources, type ActiveSource } from '../planner/active-sources.ts';
import type { LoadTask } from '../queue/index.ts';

/** A store's business day whose sales are to be loaded again. */
export interface MissingUnit {
  readonly ubicacion_id: string;
  readonly fecha: string;
  /** Sales lines of it that are in. */
  readonly lineas: number;
}

/** A unit and what brings it; undefined: nothing that is known. */
export interface UnitOrigin {
  readonly unit: MissingUnit;
  readonly task: LoadTask | undefined;
}

/**
 * The last file that each unit's sales were in, or were to be in, if they came as a file: but none that holds days which
 * another delivery has brought since, because those would be as they were before. A file of the same name may have held other
 * days before, and what is skipped because it is loaded already notes no units: so all deliveries of its last content count.
 */
const filesSql = `
  WITH wanted AS (
    SELECT DISTINCT ON (ubicacion_id, fecha) ubicacion_id, fecha, archivo AS path
    FROM public.cargas
    WHERE fuente IN ('ventas', 'facturas') AND (ubicacion_id, fecha) IN (SELECT * FROM unnest($1::text[], $2::date[]))
    ORDER BY ubicacion_id, fecha, iniciada DESC
  ), last AS (
    SELECT DISTINCT ON (nombre) nombre AS path, huella
    FROM public.entregas WHERE origen = 'archivo' AND nombre IN (SELECT path FROM wanted) ORDER BY nombre, id DESC
  ), delivered AS (
    SELECT l.path, e.id, e.unidades FROM last AS l
    JOIN public.entregas AS e ON e.nombre = l.path AND e.huella IS NOT DISTINCT FROM l.huella
  ), content AS (
    SELECT path, max(unidades) AS unidades FROM delivered GROUP BY path
  ), held AS (
    SELECT d.path, count(*) AS units FROM delivered AS d
    JOIN public.cargas AS c ON c.entrega_id = d.id AND c.archivo = d.path GROUP BY d.path
  )
  SELECT ubicacion_id, fecha, path FROM wanted JOIN content USING (path) JOIN held USING (path) WHERE unidades <= units`;

/**
 * Where the sales of each unit can be had: from an HTTP source of its store, receipts rather than sales lines; else from the
 * file that the ledger names, if this process can still read it. Relative paths are of the working folder. Where the tables
 * hold nothing of a unit, it is loaded whatever the ledger says.
 */
export async function originsOf(db: SqlRunner, units: readonly MissingUnit[]): Promise<readonly UnitOrigin[]> {
  if (units.length === 0) return [];
  const all = await activeSources(db);
  const sources = ['facturas', 'ventas'].flatMap((feed) => all.filter((source) => source.feed === feed));
  const files = await readableFiles(db, units);
  const emptied = new Set(units.filter(({ lineas }) => lineas === 0).map((unit) => files.get(keyOf(unit))));
  return units.map((unit) => {
    const source = sources.find(({ stores }) => stores.some(({ id }) => id === unit.ubicacion_id));
    return { unit, task: source === undefined ? fileTask(files.get(keyOf(unit)), emptied) : sourceTask(source, unit) };
  });
}

function sourceTask(source: ActiveSource, { ubicacion_id, fecha, lineas }: MissingUnit): LoadTask {
  return { kind: 'source', source: source.name, store: ubicacion_id, date: fecha, force: lineas === 0 };
}

/** A file that holds several of the units is one task. */
function fileTask(path: string | undefined, emptied: ReadonlySet<string | undefined>): LoadTask | undefined {
  return path === undefined ? undefined : { kind: 'file', path, force: emptied.has(path) };
}

function keyOf({ ubicacion_id, fecha }: Omit<MissingUnit, 'lineas'>): string {
  return `${fecha} ${ubicacion_id}`;
}

async function readableFiles(db: SqlRunner, units: readonly MissingUnit[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<Omit<MissingUnit, 'lineas'> & { path: string }>(filesSql, [
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
