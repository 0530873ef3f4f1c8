import { bytesInPostgres, sizeText } from '../../sizes.ts';
import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

interface Room {
  /** What the database has now. */
  readonly used: number;
  /** What the log of changes may take beside it. */
  readonly log: number;
}

/** Kept free: RDS grows by itself only once less than a tenth is left. */
const fullShare = 0.9;
const advice = {
  more: 'Give the server more before the migration: RDS grows by itself only once less than a tenth is free, and waits six hours between two steps.',
  tell: 'Tell what it has with --storage GB: PostgreSQL does not know, and RDS shows it as the allocated storage.',
};

/** @param storage what the server has, undefined if nobody told */
export function spaceVerdict({ used, log }: Room, sourceBytes: number, storage: number | undefined): Verdict {
  const coming = bytesInPostgres(sourceBytes);
  const needed = used + coming + log;
  const parts = [
    `the database has ${sizeText(used)}`,
    ...(coming > 0 ? [`a migration brings about ${sizeText(coming)} (4 times the file)`] : []),
    `the log of changes takes up to ${sizeText(log)}`,
  ];
  const found = `${parts.join(', ')}: ${sizeText(needed)} in all`;
  if (storage === undefined)
    return coming === 0 ? ok(`Of space, ${found}.`) : warning(`Of space, ${found}.`, advice.tell);
  const text = `Of ${sizeText(storage)}, ${found}.`;
  if (needed > storage) return problem(text, advice.more);
  return needed > storage * fullShare ? warning(text, advice.more) : ok(text);
}

const roomSql = `
  SELECT pg_database_size(current_database())::float8 AS used, 2 * pg_size_bytes(current_setting('max_wal_size'))::float8 AS log`;

/** Whether what is to come has room beside what is there. */
export const space: Check<AskedDatabase> = {
  name: 'space',
  async look({ pool, sourceBytes, storageBytes }) {
    const { rows } = await pool.query<Room>(roomSql);
    return rows.map((room) => spaceVerdict(room, sourceBytes, storageBytes));
  },
};
