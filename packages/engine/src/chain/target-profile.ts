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

/** The days `desde` to `hasta` cut at the turns of the year. */
function* yearly(desde: string, hasta: string): Generator<readonly [string, string]> {
  const last = Number(hasta.slice(0, 4));
  for (let year = Number(desde.slice(0, 4)); year <= last; year += 1) {
    const name = String(year).padStart(4, '0');
    yield [year === Number(desde.slice(0, 4)) ? desde : `${name}-01-01`, year === last ? hasta : `${name}-12-31`];
  }
}

const isoDate = /^\d{4}-\d\d-\d\d/;

/**
 * Makes the partitions that the rows need. Year by year, each in a transaction of its own: all of a long history in one
 * would take more locks than a server has by default.
 */
async function ensurePartitions(client: ClientBase, range: { min: string; max: string }): Promise<void> {
  const ends = [range.min, range.max] as const;
  // What is no four-digit year goes to the function as it is, which says what is wrong with it.
  const parts = ends.every((end) => isoDate.test(end)) ? yearly(...ends) : [ends];
  for (const [desde, hasta] of parts) {
    await client.query('SELECT fluxion.ensure_partitions($1, $2)', [desde, hasta]);
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
