import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOutcome } from '../testing/any-outcome.ts';
import { outcomeOf, proofOf, tableOf } from '../testing/reports.ts';
import { describeMigration, describeRun, describeVerification } from './index.ts';

const differing = proofOf({
  equal: false,
  targetRows: 999,
  differingColumns: ['monto'],
  differences: [
    { key: 'T1, 7', column: 'monto', source: '1.00', target: '1.01' },
    { key: 'T1, 8', column: null, source: 'there', target: undefined },
    { key: 'T1, 9', column: 'nota', source: null, target: '' },
  ],
});

describe('a migration', () => {
  it('is told with its verdict first, what is otherwise than in the file, and what to do', () => {
    const outcome = outcomeOf(
      {
        tables: [
          tableOf({ table: 'ventas', rows: 2_000_000, seconds: 2.5 }),
          tableOf({ table: 'c', rows: 9, rejected: 1, proof: differing }),
        ],
        objects: [
          { kind: 'table', name: 'ventas', outcome: 'same' },
          { kind: 'view', name: 'w', outcome: 'same', reason: 'not compared: it takes too long' },
          { kind: 'column', name: 'ventas.a', outcome: 'changed', reason: 'UBIGINT becomes numeric(20,0)' },
          { kind: 'column', name: 'ventas.b', outcome: 'changed', reason: 'UBIGINT becomes numeric(20,0)' },
          {
            kind: 'view',
            name: 'v',
            outcome: 'refused',
            reason: 'list_reduce',
            definition: 'CREATE VIEW v AS\nSELECT 1',
          },
        ],
        losses: [
          { table: 'c', column: 'nota', reason: 'hold a NUL', count: 1, examples: ['a\u0000b'], outcome: 'rejected' },
        ],
        rejectsDirectory: '/data/chain.rejects',
        resumed: { chunks: 3, of: 7, changed: 1 },
      },
      'reject',
    );
    expect(describeRun(outcome)).toBe(
      String.raw`2 tables, 2.0 M rows moved, but 1 table differs from the file.
To PostgreSQL 18.4 at db.example:5432/chain, in 2.0 s, 1,000,005 rows/s, with at most 300 MiB of memory.
Resumed: 3 of 7 pieces were there already; 1 piece had changed in the file.

Tables
  table        rows   time   rows/s  proof
  ventas  2,000,000  2.5 s  800,000  equal
  c               9  1.0 s        9  differs, 1 row rejected

As in the file (1)
  view w
      not compared: it takes too long

Changed (2)
  2 columns: ventas.a, ventas.b
      UBIGINT becomes numeric(20,0)

Refused (1)
  view v
      list_reduce
        CREATE VIEW v AS
        SELECT 1

Losses: values that PostgreSQL cannot hold
  values that hold a NUL: rejected
      column  values  for example
      c.nota       1  a\u0000b

Rejected (1 row)
  c: 1 row
  in /data/chain.rejects/TABLE.rejects.ndjson: one line for each value, with key, column, value, reason

Proof
  ventas: 1,000 rows in the file, 999 in PostgreSQL
  ventas: monto
    T1, 7 monto: 1.00 in the file, 1.01 in PostgreSQL
    T1, 8: there in the file, missing in PostgreSQL
    T1, 9 nota: NULL in the file, (empty) in PostgreSQL`,
    );
    expect(describeMigration(outcome).slice(describeRun(outcome).length)).toMatch(/^\n\nNext\n {2}- /);
  });

  it('of 500 tables shows the largest and those that need a look, and sums up the others', () => {
    const tables = Array.from({ length: 500 }, (_, index) => tableOf({ table: `t${index}`, rows: index + 1 }));
    const marked = tables.map((table, index) => (index === 3 ? { ...table, proof: differing } : table));
    const text = describeRun(outcomeOf({ tables: marked }));
    const rows = text.split('\n').filter((line) => /^ {2}(?:t\d|\d+ smaller)/.test(line));
    expect(rows).toHaveLength(42);
    expect(rows[0]).toMatch(/^ {2}t3 .* differs$/);
    expect(rows.at(-1)).toMatch(/^ {2}459 smaller tables +106,026 /);
  });
});

it('shortens long lists of names after a run, not in a plan', () => {
  const objects = Array.from({ length: 300 }, (_, index) => ({ kind: 'column' as const, name: `tabla_${index}.a` }));
  const changed = objects.map((object) => ({ ...object, outcome: 'changed' as const, reason: 'wider' }));
  const text = describeRun(outcomeOf({ objects: changed }));
  expect(text).toMatch(/Changed \(300\)\n {2}300 columns: tabla_0\.a,.*\n.*\n.*\n +\.\.\.\n {6}wider$/);
  expect(describeRun(outcomeOf({ objects: changed, dryRun: true }))).toContain('tabla_299.a');
});

describe('a plan', () => {
  const tables = Array.from({ length: 500 }, (_, index) =>
    tableOf({ table: `tabla_${index}`, action: index % 2 === 0 ? 'create' : 'fill' }),
  );

  it('names every object, on lines that a terminal does not break, and the DDL', () => {
    const objects = tables.map(({ table }) => ({
      kind: 'index' as const,
      name: `${table}_i`,
      outcome: 'same' as const,
    }));
    const ddl = ['CREATE TABLE t (\n  i int4\n)', '-- refused: view v'];
    const text = describeMigration(outcomeOf({ dryRun: true, tables, objects, ddl }));
    for (const { table } of tables) expect(text).toContain(`${table}_i`);
    expect(text).toContain('Tables to create (250)\n  tabla_0, tabla_2,');
    expect(text).toContain('Tables to fill, which are there (250)');
    expect(text).toContain('As in the file (500)\n  500 indexes: tabla_0_i, tabla_1_i,');
    expect(text).toContain('DDL\n  CREATE TABLE t (\n    i int4\n  );\n  -- refused: view v\n');
    expect(text.split('\n').length).toBeLessThan(200);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('lists all columns with losses, where a run lists the first', () => {
    const loss = { reason: 'are NULL', count: 2000, examples: ['NULL', 'NULL'], outcome: 'rejected' } as const;
    const losses = tables.map(({ table }) => ({ ...loss, table, column: 'c' }));
    expect(describeMigration(outcomeOf({ dryRun: true, losses }))).toMatch(/^ +tabla_499\.c +2,000 {2}NULL$/m);
    expect(describeMigration(outcomeOf({ losses }))).toMatch(/^ +tabla_19\.c +2,000 {2}NULL\n +and 480 more\n/m);
  });

  it('says that a loss would stop it', () => {
    const lost = { table: 'c', column: 'n', reason: 'are NULL', count: 2, examples: [], outcome: 'rejected' } as const;
    const text = describeMigration(outcomeOf({ dryRun: true, losses: [lost] }));
    expect(text).toMatch(/values that are NULL: they would stop the migration\n.*\n +c\.n +2$/m);
    expect(text).not.toContain('Rejected');
  });
});

it('a comparison says what is equal, what differs and what was not compared', () => {
  const report = { file: '/f', equal: true, rows: 1000, seconds: 0.5 };
  expect(describeVerification({ ...report, tables: [proofOf()] })).toBe(
    'Equal: 1,000 rows of 1 table, in every column (0.5 s).',
  );
  expect(describeVerification({ ...report, tables: [proofOf({ notCompared: ['column j: no text'] })] })).toBe(
    'Equal: 1,000 rows of 1 table, in every column but these (0.5 s).\n  ventas: not compared: column j: no text',
  );
  const missing = proofOf({ equal: false, missing: ['the target has no such table'], targetRows: 1000 });
  expect(describeVerification({ ...report, equal: false, tables: [missing, proofOf()] })).toBe(
    'Not equal: 1 of 2 tables (0.5 s).\n  ventas: the target has no such table',
  );
  const unfit = proofOf({ equal: false, missing: ['ventas: column a: 1 value is NULL'], targetRows: 1000 });
  expect(describeVerification({ ...report, equal: false, tables: [unfit] })).toMatch(
    /\n {2}ventas: column a: 1 value is NULL$/,
  );
});

it('prints nothing that a terminal would obey, whatever the names and values are', () => {
  fc.assert(
    fc.property(anyOutcome, (outcome) => {
      expect(describeMigration(outcome)).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 300 },
  );
});
