import { quoteIdentifier, quoteLiteral } from '../base/index.ts';
import { factTables } from './fact-tables.ts';

/** A source table's columns by name, each with its DuckDB type as DuckDB's catalogue prints it. */
export type SourceColumns = ReadonlyMap<string, string>;

const facts: ReadonlySet<string> = new Set(factTables.map(({ table }) => table));

/** Tables whose naive timestamps are in the store's local time. */
const storeTables: ReadonlySet<string> = new Set([...facts, 'stock_actual']);

/** Tables whose naive timestamps were written by a server that runs in UTC. */
const serverTables: ReadonlySet<string> = new Set([
  'ubicaciones',
  'productos',
  'categorias_config',
  'proveedores',
  'producto_ubicacion_config',
  'producto_proveedor_config',
]);

/** Columns that the server writes in every table, always in UTC. */
const serverColumns: ReadonlySet<string> = new Set(['created_at', 'updated_at']);

/** TIMESTAMP_NS is not converted: PostgreSQL keeps only microseconds, and the mismatch must be reported, not rounded away. */
const naiveTypes: ReadonlySet<string> = new Set(['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS']);

/** For stores without a zone; the same as the default of ubicaciones.zona_horaria. */
const defaultZone = quoteLiteral('America/Caracas');

/**
 * Each store's zone, with exactly one row per store whatever the file holds, so that the join duplicates nothing. If the
 * file's `ubicaciones` has no zona_horaria, the name inside LATERAL resolves to the column of `fallback`.
 */
const storeZones = `(
  SELECT store.id, any_value(coalesce(store.zone, fallback.zona_horaria)) AS zone
  FROM (SELECT ${defaultZone} AS zona_horaria) AS fallback, LATERAL (SELECT id, zona_horaria AS zone FROM ubicaciones) AS store
  GROUP BY store.id)`;
const storeZone = `coalesce(store_zone.zone, ${defaultZone})`;
const commonZone = `(SELECT mode(zone) AS zone FROM ${storeZones})`;

/** A local time as an instant. The CASE is for speed: DuckDB converts much faster when the zone is the same for all rows. */
function inStoreZone(column: string): string {
  const own = `${column} AT TIME ZONE ${storeZone}`;
  return `CASE WHEN ${storeZone} = common_zone.zone THEN ${column} AT TIME ZONE common_zone.zone ELSE ${own} END`;
}

/**
 * NULL for a line without a receipt, which the target then rejects because the column is NOT NULL. A subquery rather than
 * a join: two receipts with the same id make the query fail instead of silently duplicating the line.
 */
const storeOfReceipt = '(SELECT f.ubicacion_id FROM facturas AS f WHERE f.id = line.factura_id)';

const isNaive = (type: string | undefined): boolean => type !== undefined && naiveTypes.has(type);

/** The expression for one column of `row`, or undefined if the column is copied as it is. */
function converted(table: string, name: string, type: string): string | undefined {
  if (!isNaive(type)) return undefined;
  const column = `row.${quoteIdentifier(name)}::TIMESTAMP`;
  const isStoreTime = storeTables.has(table) && !serverColumns.has(name);
  return isStoreTime ? inStoreZone(column) : `${column} AT TIME ZONE 'UTC'`;
}

/** The business date of a fact whose file has only its instant. */
function businessDate(instantType: string | undefined): string | undefined {
  if (isNaive(instantType)) return 'row.fecha_hora::DATE';
  return instantType === undefined ? undefined : `(row.fecha_hora AT TIME ZONE ${storeZone})::DATE`;
}

/** Expressions, by column, for the columns that Fluxion's table has and the file's lacks. */
function derived(table: string, columns: SourceColumns): ReadonlyMap<string, string> {
  const added = new Map<string, string>();
  if (!facts.has(table)) return added;
  if (table === 'items_facturas' && !columns.has('ubicacion_id') && columns.has('factura_id')) {
    added.set('ubicacion_id', 'row.ubicacion_id');
  }
  const date = columns.has('fecha') ? undefined : businessDate(columns.get('fecha_hora'));
  if (date !== undefined) added.set('fecha', date);
  return added;
}

/** The table as `row`, with the store and zone that its expressions need. */
function rowSource(table: string, added: ReadonlyMap<string, string>): string {
  const store = added.has('ubicacion_id') ? `, ${storeOfReceipt} AS ubicacion_id` : '';
  const row = `(SELECT line.*${store} FROM ${quoteIdentifier(table)} AS line) AS row`;
  if (!storeTables.has(table)) return row;
  return `${row} LEFT JOIN ${storeZones} AS store_zone ON store_zone.id = row.ubicacion_id CROSS JOIN ${commonZone} AS common_zone`;
}

/**
 * DuckDB SQL that reads a chain's table so that it fits Fluxion's: key columns that Fluxion adds are filled in, and
 * timestamps without a zone become instants (local times in the store's zone, the server's own in UTC). Every column of the
 * file is kept. Undefined if the table already fits.
 */
export function selectFor(table: string, columns: SourceColumns): string | undefined {
  if (!storeTables.has(table) && !serverTables.has(table)) return undefined;
  const added = derived(table, columns);
  const expressions = [...columns].map(([name, type]) => [name, converted(table, name, type)] as const);
  if (added.size === 0 && expressions.every(([, expression]) => expression === undefined)) return undefined;
  const items = [...expressions, ...added].map(
    ([name, expression]) => `${expression ?? `row.${quoteIdentifier(name)}`} AS ${quoteIdentifier(name)}`,
  );
  return `SELECT ${items.join(', ')} FROM ${rowSource(table, added)}`;
}
