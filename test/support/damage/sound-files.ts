import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Files } from './damages.ts';

/** One of every kind of object and of type, over several blocks. */
const inTheFile = [
  `CREATE SCHEMA "other schema"`,
  `CREATE SEQUENCE numbers START 5`,
  `CREATE TYPE mood AS ENUM ('good', 'bad', 'none')`,
  `CREATE MACRO plus(a, b) AS a + b`,
  `CREATE TABLE every_type AS SELECT * FROM test_all_types()`,
  `CREATE TABLE parent (id INTEGER PRIMARY KEY, name VARCHAR UNIQUE, CHECK (id >= 0))`,
  `INSERT INTO parent SELECT i, 'parent ' || i FROM range(50) r(i)`,
  `CREATE TABLE child (id INTEGER REFERENCES parent (id), amount DECIMAL(18, 2) DEFAULT 1)`,
  `INSERT INTO child SELECT i % 50, i / 7 FROM range(500) r(i)`,
  `CREATE TABLE many (id BIGINT PRIMARY KEY, name VARCHAR, price DECIMAL(18, 2), ratio DOUBLE, how mood, few BIGINT, instant TIMESTAMP, list INTEGER[], pair STRUCT(a INTEGER, b VARCHAR), bytes BLOB)`,
  `INSERT INTO many SELECT i, 'name ' || (i * 7919 % 10007) || repeat('x', (i % 20)::INTEGER), i / 100, sqrt(i), (['good', 'bad', 'none'])[1 + i % 3], i % 17, TIMESTAMP '2020-01-01' + to_seconds(i), [i, i + 1], {a: i, b: 's' || i % 100}, ('b' || i)::BLOB FROM range(6000) r(i)`,
  `CREATE TABLE long AS SELECT i, repeat('long text ', (1000 + i)::INTEGER) AS text FROM range(20) r(i)`,
  `CREATE TABLE "other schema"."Odd ""name""" AS SELECT i FROM range(10) r(i)`,
  `CREATE INDEX by_name ON many (name)`,
  `CREATE INDEX by_sum ON many ((few + 1))`,
  `CREATE VIEW by_mood AS SELECT how, count(*) AS amount FROM many GROUP BY ALL`,
  `COMMENT ON TABLE many IS 'many rows'`,
  `DELETE FROM many WHERE id % 100 = 7`,
  `UPDATE many SET name = 'changed' WHERE id BETWEEN 100 AND 200`,
  `CHECKPOINT`,
];

/** What only the write-ahead log holds: each statement is a commit of its own. */
const inTheLog = [
  `CREATE TABLE late (i INTEGER, text VARCHAR, list INTEGER[])`,
  `INSERT INTO late SELECT i, 'late ' || i, [i] FROM range(1000) r(i)`,
  `DELETE FROM many WHERE id < 50`,
  `UPDATE many SET price = 1 WHERE id < 70`,
  `CREATE VIEW late_view AS SELECT * FROM late`,
  `SELECT nextval('numbers')`,
  `ALTER TABLE late ADD COLUMN more INTEGER DEFAULT 3`,
  `CREATE TYPE late_type AS ENUM ('x')`,
  `DROP VIEW by_mood`,
];

/** A database with something in its log, and each of the states that its log leads through, the file's own first. */
export interface SoundFiles extends Files {
  readonly states: readonly Files[];
}

/** Makes the files. Blocks of 16 KiB, so that there are many of them in a small file. */
export async function soundFiles(): Promise<SoundFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-sound-'));
  const path = join(folder, 'sound.duckdb');
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    await connection.run(`SET checkpoint_threshold = '1GB'`);
    await connection.run(`ATTACH '${path}' AS sound (BLOCK_SIZE 16384)`);
    await connection.run('USE sound');
    for (const statement of inTheFile) await connection.run(statement);
    const file = await readFile(path);
    const states: Files[] = [{ file, log: Buffer.alloc(0) }];
    for (const statement of inTheLog) {
      await connection.run(statement);
      states.push({ file, log: await readFile(`${path}.wal`) });
    }
    const log = states.at(-1)?.log ?? Buffer.alloc(0);
    connection.closeSync();
    return { file, log, states };
  } finally {
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}
