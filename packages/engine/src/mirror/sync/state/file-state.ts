import { randomUUID } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { Applied } from '../../answer.ts';
import type { Layout } from '../../notes/index.ts';
import { parseSnapshot, snapshotText } from '../../snapshot/snapshot.ts';

/** How far the copy of a table is. */
export interface TableState {
  /** The table as it was when it was last looked at. */
  readonly layout: Layout;
  /**
   * While the table is being built: the snapshot (as text) from which on its changes must be caught up before it is
   * served. Null: it is as the whole file is.
   */
  readonly since: string | null;
  /** The parts, by oid, that are still to be copied. */
  readonly unbuilt: readonly string[];
  /** The rollups that are kept beside it, with their SQL. */
  readonly rollups: string;
}

/** What the file knows about itself. */
export interface FileState {
  /** Names the file in PostgreSQL's registry. */
  readonly id: string;
  /** The history of the database that it is a copy of; null before the first sync. */
  readonly history: string | null;
  /** The state that all tables are in that are not being built; null before the first sync. */
  readonly applied: Applied | null;
  readonly tables: ReadonlyMap<number, TableState>;
}

/** Another number: files of other versions are built anew. */
const format = 1;

const createSql = `
  CREATE SCHEMA IF NOT EXISTS fluxion_mirror;
  CREATE TABLE IF NOT EXISTS fluxion_mirror.file (format INTEGER, id VARCHAR, history VARCHAR);
  CREATE TABLE IF NOT EXISTS fluxion_mirror.applied (snapshot VARCHAR, time VARCHAR);
  CREATE TABLE IF NOT EXISTS fluxion_mirror.tables (table_id INTEGER, state VARCHAR)`;

/** Reads the file's state, and makes it where there is none. Undefined: another version wrote the file. */
export async function readState(duck: DuckDBConnection): Promise<FileState | undefined> {
  await duck.run(createSql);
  const rows = await smallRowsJson(duck, 'SELECT format, id, history FROM fluxion_mirror.file');
  const [file] = rows;
  if (!file) {
    const id = randomUUID();
    await duck.run('INSERT INTO fluxion_mirror.file VALUES ($1, $2, NULL)', [format, id]);
    return { id, history: null, applied: null, tables: new Map() };
  }
  if (file['format'] !== format) return undefined;
  const [applied] = await smallRowsJson(duck, 'SELECT snapshot, time FROM fluxion_mirror.applied');
  const tables = await smallRowsJson(duck, 'SELECT table_id, state FROM fluxion_mirror.tables ORDER BY table_id');
  return {
    id: String(file['id']),
    history: file['history'] === null ? null : String(file['history']),
    applied: applied ? { snapshot: parseSnapshot(String(applied['snapshot'])), time: String(applied['time']) } : null,
    tables: new Map(tables.map((row) => [Number(row['table_id']), tableState(String(row['state']))])),
  };
}

function tableState(text: string): TableState {
  // Written by `writeTable` of this format, into a file whose blocks have checksums.
  const state: TableState = JSON.parse(text);
  return state;
}

/** Writes a table's state; undefined removes it. Within the caller's transaction. */
export async function writeTable(duck: DuckDBConnection, id: number, state: TableState | undefined): Promise<void> {
  await duck.run('DELETE FROM fluxion_mirror.tables WHERE table_id = $1', [id]);
  if (state) await duck.run('INSERT INTO fluxion_mirror.tables VALUES ($1, $2)', [id, JSON.stringify(state)]);
}

/** Writes which state of which database the copy is in. Within the caller's transaction. */
export async function writeApplied(duck: DuckDBConnection, history: string, applied: Applied): Promise<void> {
  await duck.run('UPDATE fluxion_mirror.file SET history = $1', [history]);
  await duck.run('DELETE FROM fluxion_mirror.applied');
  await duck.run('INSERT INTO fluxion_mirror.applied VALUES ($1, $2)', [snapshotText(applied.snapshot), applied.time]);
}
