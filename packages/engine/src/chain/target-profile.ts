import type { ClientBase } from 'pg';
import { factTables } from './fact-tables.ts';
import { finishDays, unlinkMonths } from './finish-days.ts';
import { selectFor, type SourceColumns } from './source-selects.ts';

/** A copy into a table that is about to start. `client` must not be in a transaction. */
export interface CopyAhead {
  readonly client: ClientBase;
  readonly table: string;
  /** The minimum and maximum of a column over the rows to copy, as text; undefined if it has no value. */
  range(column: string): Promise<{ min: string; max: string } | undefined>;
}

/** A table that a copy changes. */
export interface CopiedTable {
  readonly table: string;
  /** Of a fact, the business days that it changes, as ISO dates; undefined: any of its rows. */
  readonly days?: readonly string[];
}

export interface CopyChanges {
  readonly client: ClientBase;
  readonly changes: readonly CopiedTable[];
}

/** What Fluxion's schema needs done around a bulk copy into its tables. */
export interface ChainProfile {
  selectFor(table: string, columns: SourceColumns): string | undefined;
  /** By table, as `schema.name`: which of its rows `afterCopy` makes, as a condition. */
  readonly derived: Readonly<Record<string, string>>;
  /** Statements to run on every connection that copies rows. */
  readonly sessionSettings: readonly string[];
  beforeCopy(ahead: CopyAhead): Promise<void>;
  loosen(changes: CopyChanges): Promise<void>;
  afterCopy(changes: CopyChanges): Promise<void>;
}

/** Longer ranges are passed on whole: fluxion.ensure_partitions rejects them with a clear message. */
const mostYears = 100;
const isoDate = /^\d{4}-\d\d-\d\d$/;

/**
 * The days from `min` to `max`, split by calendar year. Values that are not dates or lie too far apart are returned
 * unsplit, for the database to reject.
 */
function years(min: string, max: string): readonly (readonly [string, string])[] {
  const [first, last] = [Number(min.slice(0, 4)), Number(max.slice(0, 4))];
  if (!isoDate.test(min) || !isoDate.test(max) || last - first >= mostYears) return [[min, max]];
  const named = Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'));
  return named.map((year) => [
    min.startsWith(year) ? min : `${year}-01-01`,
    max.startsWith(year) ? max : `${year}-12-31`,
  ]);
}

/**
 * Creates the partitions that the rows need, one transaction per year: a long history in a single transaction would
 * exceed the server's default number of locks.
 */
async function ensurePartitions(client: ClientBase, range: { min: string; max: string }): Promise<void> {
  for (const [from, to] of years(range.min, range.max)) {
    await client.query('SELECT fluxion.ensure_partitions($1, $2)', [from, to]);
  }
}

/** How to move a chain's file into Fluxion's schema: reading its tables, and the work before and after the copy. */
export const chainProfile: ChainProfile = {
  selectFor,
  derived: {
    'public.ventas_diarias': 'true',
    'public.productos': `es_provisional AND categoria = 'SIN CATEGORIA' AND descripcion = 'Producto sin catálogo ' || id`,
    // What begin_order_history() writes; the doings of people are not.
    'public.pedidos_historial': `operacion = 'crear' AND usuario_id IS NULL`,
  },
  sessionSettings: [`SET fluxion.bulk_load = 'on'`],

  /** Creates the partitions for a fact table's rows. */
  async beforeCopy({ client, table, range }) {
    const fact = factTables.find((known) => known.table === table);
    if (!fact) return;
    const dates = await range(fact.partitionColumn);
    if (dates) await ensurePartitions(client, dates);
  },

  /** Drops the receipt lines' foreign keys, of the months that change. */
  async loosen({ client, changes }) {
    const facts = factChanges(changes);
    if (facts.length === 0) return;
    const days = changedDays(facts);
    await (days ? unlinkMonths(client, days) : client.query('SELECT fluxion.unlink_receipts()'));
  },

  /**
   * Restores the keys, adds placeholders for products missing from the catalogue, derives ventas_diarias, and begins the
   * history of orders that came without one.
   *
   * @throws PostgreSQL's error if a receipt line has no receipt or a fact has no store; nothing is changed then
   */
  async afterCopy({ client, changes }) {
    const facts = factChanges(changes);
    const days = changedDays(facts);
    if (days === undefined || changesAny(changes, sumsFollow)) await client.query('SELECT fluxion.finish_bulk_load()');
    // Facts of any day may name a product that is gone.
    else await finishDays(client, days, changesAny(changes, ['productos']));
    const hasOrders = changesAny(changes, ['pedidos', 'pedidos_detalle']);
    if (hasOrders && !changesAny(changes, ['pedidos_historial']))
      await client.query('SELECT fluxion.begin_order_history()');
  },
};

/** With these, the sums of all days are made anew: they hold stores by a key. */
const sumsFollow = ['ubicaciones', 'ventas_diarias'];

function changesAny(changes: readonly CopiedTable[], tables: readonly string[]): boolean {
  return changes.some(({ table }) => tables.includes(table));
}

function factChanges(changes: readonly CopiedTable[]): CopiedTable[] {
  return changes.filter(({ table }) => factTables.some((fact) => fact.table === table));
}

/** The days on which facts change; undefined: on any. */
function changedDays(facts: readonly CopiedTable[]): readonly string[] | undefined {
  if (facts.some(({ days }) => days === undefined)) return undefined;
  return [...new Set(facts.flatMap(({ days = [] }) => days))];
}
