import type { ClientBase } from 'pg';
import { openCopyIn } from '../../../../postgres/index.ts';
import { unitKey } from './history.ts';
import { maybePause, type Random, type Writing } from './transact.ts';
import { partitionOf, spareUnits, units, visitColumns, type VisitUnit } from './world.ts';

const keys = [...units, ...spareUnits].map(unitKey);

/** The table, or straight the partition. */
export function tableFor(random: Random, unit: VisitUnit): string {
  return random(2) === 0 ? 'visits' : partitionOf(unit);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[random(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Inserts a unit's rows in one version. */
type Insert = (client: ClientBase, table: string, unit: VisitUnit, version: number, rows: number) => Promise<void>;

const insertRows: Insert = async (client, table, { site, day }, version, rows) => {
  await client.query(
    `INSERT INTO ${table} ${visitColumns}
     SELECT 'whole', $1::text, $2::date, null, n, $3::bigint, $4::int, n FROM generate_series(1, $4::int) AS n`,
    [site, day, version, rows],
  );
};

const copyRows: Insert = async (client, table, { site, day }, version, rows) => {
  const copy = openCopyIn(client, `COPY ${table} ${visitColumns} FROM STDIN`, undefined);
  const lines = Array.from({ length: rows }, (_, n) =>
    ['whole', site, day, '\\N', n + 1, version, rows, n + 1].join('\t'),
  );
  await copy.write(Buffer.from(lines.map((line) => `${line}\n`).join('')));
  await copy.end();
};

const mergeRows: Insert = async (client, table, { site, day }, version, rows) => {
  await client.query(
    `MERGE INTO ${table} AS v
     USING (SELECT $1::text AS site, $2::date AS day, n FROM generate_series(1, $4::int) AS n) AS s
     ON v.site = s.site AND v.day = s.day AND v.n = s.n AND v.kind = 'whole'
     WHEN MATCHED THEN UPDATE SET version = $3::bigint, of_rows = $4::int
     WHEN NOT MATCHED THEN INSERT ${visitColumns} VALUES ('whole', s.site, s.day, null, s.n, $3::bigint, $4::int, s.n)`,
    [site, day, version, rows],
  );
};

/** Whoever replaces a unit has it for itself; the partition's lock says that nobody is about to truncate it. */
async function lockUnits(client: ClientBase, chosen: readonly VisitUnit[]): Promise<void> {
  for (const key of chosen.map((unit) => keys.indexOf(unitKey(unit))).toSorted((a, b) => a - b)) {
    await client.query('SELECT pg_advisory_xact_lock(1, $1)', [key]);
  }
  for (const partition of [...new Set(chosen.map(partitionOf))].toSorted()) {
    await client.query(`LOCK TABLE ${partition} IN ROW EXCLUSIVE MODE`);
  }
}

/** How many rows a unit gets: now and then none, and now and then many. */
function size(random: Random): number {
  if (random(12) === 0) return 0;
  return 1 + (random(10) === 0 ? random(2000) : random(60));
}

/** Replaces one unit or two at once, as a loader does: all rows leave, and others come. */
export async function replaceUnits(writing: Writing): Promise<void> {
  const { client, history, random, writes } = writing;
  const chosen = [...new Set(Array.from({ length: 1 + random(2) }, () => pick(random, units)))];
  await lockUnits(client, chosen);
  const version = history.nextVersion();
  for (const unit of chosen) {
    const { site, day } = unit;
    const table = tableFor(random, unit);
    const rows = size(random);
    const merged = random(4) === 0;
    await client.query(`DELETE FROM ${table} WHERE kind = 'whole' AND site = $1 AND day = $2 AND n > $3`, [
      site,
      day,
      merged ? rows : 0,
    ]);
    await maybePause(writing);
    if (random(6) === 0) await thinkBetter(client, unit);
    const insert = merged ? mergeRows : pick(random, [insertRows, copyRows]);
    await insert(client, table, unit, version, rows);
    writes.push({ key: unitKey(unit), version, rows });
  }
}

/** Writes something that is undone within the transaction. */
async function thinkBetter(client: ClientBase, unit: VisitUnit): Promise<void> {
  await client.query('SAVEPOINT before');
  await insertRows(client, 'visits', unit, -1, 7);
  await client.query('ROLLBACK TO SAVEPOINT before');
}

/** Changes a unit's rows in place. */
export async function updateUnit({ client, history, random, writes }: Writing): Promise<void> {
  const unit = pick(random, units);
  await lockUnits(client, [unit]);
  const version = history.nextVersion();
  const { rowCount } = await client.query(
    `UPDATE ${tableFor(random, unit)} SET version = $3 WHERE kind = 'whole' AND site = $1 AND day = $2`,
    [unit.site, unit.day, version],
  );
  writes.push({ key: unitKey(unit), version, rows: rowCount ?? 0 });
}
