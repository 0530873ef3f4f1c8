import type { ClientBase } from 'pg';
import { factTables } from './fact-tables.ts';
import { selectFor, type SourceColumns } from './source-selects.ts';

/** What a copy is about to bring into a table, and the connection to prepare it with, which must not be in a transaction. */
export interface CopyAhead {
  readonly client: ClientBase;
  readonly table: string;
  /** The least and the greatest value of a column in what will be copied, as text; undefined if there is none. */
  range(column: string): Promise<{ min: string; max: string } | undefined>;
}

export interface CopyDone {
  readonly client: ClientBase;
  /** The tables that were filled. */
  readonly tables: readonly string[];
}

/** What Fluxion's schema wants done around a bulk copy into its tables. */
export interface ChainProfile {
  selectFor(table: string, columns: SourceColumns): string | undefined;
  /** Statements for every connection that copies rows. */
  readonly sessionSettings: readonly string[];
  beforeCopy(ahead: CopyAhead): Promise<void>;
  afterCopy(done: CopyDone): Promise<void>;
}

/** A longer history is not a chain's; fluxion.ensure_partitions refuses it and says so. */
const mostYears = 100;
const isoDate = /^\d{4}-\d\d-\d\d$/;

/**
 * The days from `min` to `max`, cut at the turns of the years; uncut if they are no dates or too far apart, which the
 * database then says.
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
 * Makes the partitions that the rows need. Year by year, each in a transaction of its own: all of a long history in one
 * would take more locks than a server has by default.
 */
async function ensurePartitions(client: ClientBase, range: { min: string; max: string }): Promise<void> {
  for (const [from, to] of years(range.min, range.max)) {
    await client.query('SELECT fluxion.ensure_partitions($1, $2)', [from, to]);
  }
}

/** Moving a chain's file into Fluxion's schema: how its tables are read, and what is prepared, spared and made up for. */
export const chainProfile: ChainProfile = {
  selectFor,
  sessionSettings: [`SET fluxion.bulk_load = 'on'`],

  /** Makes the partitions for a fact table's rows, and takes the receipt lines' foreign keys away. */
  async beforeCopy({ client, table, range }) {
    const fact = factTables.find((known) => known.table === table);
    if (!fact) return;
    const dates = await range(fact.partitionColumn);
    if (dates) await ensurePartitions(client, dates);
    await client.query('SELECT fluxion.unlink_receipts()');
  },

  /**
   * Brings the keys back, makes placeholders for products that are not in the catalogue, and derives ventas_diarias.
   *
   * @throws what PostgreSQL says if a receipt line has no receipt, or a fact no store; nothing is changed then
   */
  async afterCopy({ client, tables }) {
    const hasFacts = factTables.some(({ table }) => tables.includes(table));
    await client.query(`SELECT fluxion.${hasFacts ? 'finish_bulk_load' : 'restart_sequences'}()`);
  },
};
