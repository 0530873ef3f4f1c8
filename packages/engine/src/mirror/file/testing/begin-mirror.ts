import type { DuckDBConnection } from '@duckdb/node-api';
import type { MirrorFile } from '../index.ts';

/** Makes what reads expect, and a table of so many rows, each of state 0. */
export async function beginMirror(file: MirrorFile, rows = 10): Promise<DuckDBConnection> {
  const duck = await file.connect();
  await duck.run(`
    BEGIN;
    CREATE SCHEMA fluxion_mirror;
    CREATE TABLE fluxion_mirror.applied (snapshot VARCHAR, time VARCHAR);
    INSERT INTO fluxion_mirror.applied VALUES ('0', '2026-01-31T12:00:00Z');
    CREATE TABLE goods AS SELECT range AS id, 0 AS state, 'goods ' || range AS name FROM range(${rows});
    COMMIT`);
  return duck;
}

/** Takes the copy to another state, all of it or nothing. */
export async function moveOn(duck: DuckDBConnection, state: number): Promise<void> {
  await duck.run(`
    BEGIN;
    CREATE TEMP TABLE IF NOT EXISTS next (id BIGINT, state INTEGER, name VARCHAR);
    DELETE FROM next;
    INSERT INTO next SELECT id, ${state}, name FROM goods;
    DELETE FROM goods;
    INSERT INTO goods FROM next;
    UPDATE fluxion_mirror.applied SET snapshot = '${state}';
    COMMIT`);
}

/** The state of the copy, if all its rows are in the one that it says. */
export async function wholeState(file: MirrorFile, rows: number): Promise<number> {
  const sql = `SELECT count(*) AS n, min(state) AS least, max(state) AS most, count(DISTINCT name) AS names FROM goods`;
  const { rows: found, snapshot } = await file.read(sql, []);
  const [{ n, least, most, names } = {}] = found;
  const whole = n === String(rows) && names === n && least === snapshot && most === snapshot;
  if (!whole) throw new Error(`torn: ${JSON.stringify(found)} at ${snapshot}`);
  return Number(snapshot);
}
