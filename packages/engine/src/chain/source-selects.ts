import { quoteIdentifier, quoteLiteral } from '../base/index.ts';
import { factTables } from './fact-tables.ts';

/** A source table's columns: each one's name and DuckDB type, as DuckDB's catalogue prints it. */
export type SourceColumns = ReadonlyMap<string, string>;

const facts: ReadonlySet<string> = new Set(factTables.map(({ table }) => table));

/** Tables whose naive timestamps are what the clock on the store's wall said. */
const storeTables: ReadonlySet<string> = new Set([...facts, 'stock_actual']);

/** Tables whose naive timestamps the server wrote, and it runs in UTC. */
const serverTables: ReadonlySet<string> = new Set([
  'ubicaciones',
  'productos',
  'categorias_config',
  'proveedores',
  'producto_ubicacion_config',
  'producto_proveedor_config',
]);

/** Written by the server in every table. */
const serverColumns: ReadonlySet<string> = new Set(['created_at', 'updated_at']);

/** TIMESTAMP_NS is left as it is: PostgreSQL keeps microseconds, so that it does not fit must be said, not rounded away. */
const naiveTypes: ReadonlySet<string> = new Set(['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS']);

/** The default of ubicaciones.zona_horaria, for stores that say none. */
const defaultZone = quoteLiteral('America/Caracas');

/**
 * Each store's zone, one row a store whatever the file holds, so that the join doubles nothing. Where the file's
 * `ubicaciones` has no zona_horaria, the name inside LATERAL means the column of `fallback`.
 */
const storeZones = `(
  SELECT store.id, any_value(coalesce(store.zone, fallback.zona_horaria)) AS zone
  FROM (SELECT ${defaultZone} AS zona_horaria) AS fallback, LATERAL (SELECT id, zona_horaria AS zone FROM ubicaciones) AS store
  GROUP BY store.id)`;
const storeZone = `coalesce(store_zone.zone, ${defaultZone})`;
const commonZone = `(SELECT mode(zone) AS zone FROM ${storeZones})`;

/** A wall clock's time as an instant. DuckDB converts five times as fast from a zone that does not change by the row. */
function inStoreZone(column: string): string {
  const own = `${column} AT TIME ZONE ${storeZone}`;
  return `CASE WHEN ${storeZone} = common_zone.zone THEN ${column} AT TIME ZONE common_zone.zone ELSE ${own} END`;
}

/**
 * NULL for a line without a receipt: the target, which takes no NULL there, then refuses it aloud. Two receipts of one id
 * make the query fail, and do not double the line as a join would.
 */
const storeOfReceipt = '(SELECT f.ubicacion_id FROM facturas AS f WHERE f.id = line.factura_id)';

const isNaive = (type: string | undefined): boolean => type !== undefined && naiveTypes.has(type);

/** The expression of one column over `row`, or undefined if it goes as it is. */
function converted(table: string, name: string, type: string): string | undefined {
  if (!isNaive(type)) return undefined;
  const column = `row.${quoteIdentifier(name)}::TIMESTAMP`;
  const isStoreTime = storeTables.has(table) && !serverColumns.has(name);
  return isStoreTime ? inStoreZone(column) : `${column} AT TIME ZONE 'UTC'`;
}

/** The business date of a fact whose file gives its instant only. */
function businessDate(instantType: string | undefined): string | undefined {
  if (isNaive(instantType)) return 'row.fecha_hora::DATE';
  return instantType === undefined ? undefined : `(row.fecha_hora AT TIME ZONE ${storeZone})::DATE`;
}

/** The columns that Fluxion's table has and the file's does not, by name: how they follow from what the file has. */
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

/** The table as `row`, with the store that its expressions want, and that store's zone. */
function rowSource(table: string, added: ReadonlyMap<string, string>): string {
  const store = added.has('ubicacion_id') ? `, ${storeOfReceipt} AS ubicacion_id` : '';
  const row = `(SELECT line.*${store} FROM ${quoteIdentifier(table)} AS line) AS row`;
  if (!storeTables.has(table)) return row;
  return `${row} LEFT JOIN ${storeZones} AS store_zone ON store_zone.id = row.ubicacion_id CROSS JOIN ${commonZone} AS common_zone`;
}

/**
 * DuckDB SQL that reads a chain's table so that it fits Fluxion's: keys that Fluxion adds are filled, and timestamps
 * without a zone become instants, a fact's in its store's zone, the server's own in UTC. Every column of the file is
 * kept. Undefined where the table fits as it is.
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
