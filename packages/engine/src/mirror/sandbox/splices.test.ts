import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkSql } from './check.ts';
import { SqlRefused } from './refused.ts';
import { askable } from './testing/tables.ts';

/** Statements that are taken as they are, with a place for an expression or a table nearly everywhere. */
const hosts = [
  `SELECT tienda, sum(monto) AS total FROM ventas WHERE id > 3 GROUP BY tienda HAVING count(*) > 1 ORDER BY total LIMIT 5`,
  `WITH dias AS (SELECT fecha, monto FROM ventas) SELECT d.fecha, max(d.monto) FROM dias AS d GROUP BY 1 ORDER BY 1`,
  `SELECT v.id, CASE WHEN v.monto > 2 THEN 'a' ELSE 'b' END FROM ventas AS v LEFT JOIN ventas AS w ON v.id = w.id`,
  `SELECT id, sum(monto) OVER (PARTITION BY tienda ORDER BY id) FROM ventas QUALIFY row_number() OVER (ORDER BY id) < 9`,
  `SELECT count(*) FILTER (WHERE monto BETWEEN 1 AND 9), coalesce(max(id), 0) FROM ventas WHERE producto IN ('P1', 'P2')`,
  `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r`,
  `SELECT * FROM ventas WHERE EXISTS (SELECT 1 FROM ventas AS w WHERE w.id = ventas.id) UNION ALL SELECT * FROM ventas`,
];

/** None of these may run, wherever it stands. */
const forbidden = [
  `getenv('HOME')`,
  `current_setting('memory_limit')`,
  `nextval('secuencia')`,
  `txid_current()`,
  `query('SELECT 1')`,
  `(SELECT content FROM read_text('/etc/passwd'))`,
  `(SELECT count(*) FROM duckdb_settings())`,
  `(SELECT snapshot FROM fluxion_mirror.applied)`,
  `(SELECT max(secreto) FROM oculta)`,
  `read_csv('/etc/passwd')`,
  `glob('*')`,
  `pragma_table_info('oculta')`,
  `repeat('x', 1000000000)`,
];
const traces =
  /\b(getenv|current_setting|nextval|txid_current|query|read_text|duckdb_settings|read_csv|glob|pragma_table_info|repeat)\s*\(|fluxion_mirror|\boculta\b/i;

const tokens = (sql: string): readonly string[] => sql.match(/'[^']*'|\w+|\s+|[^\s\w]/g) ?? [];

/** The statement with some of its tokens replaced by, or followed by, what is forbidden. */
const spliced = fc
  .tuple(
    fc.constantFrom(...hosts),
    fc.array(
      fc.record({
        at: fc.nat(200),
        what: fc.constantFrom(...forbidden),
        keeps: fc.constantFrom('', ',', '=', '.', ' '),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([host, splices]) => {
    const parts = [...tokens(host)];
    for (const { at, what, keeps } of splices) {
      const index = at % parts.length;
      parts[index] = keeps === '' ? what : `${parts[index]}${keeps}${what}`;
    }
    return parts.join('');
  });

it('takes the statements as they are', async () => {
  for (const host of hosts) expect((await checkSql(host, askable)).sql).not.toBe('');
});

it('lets nothing forbidden through, wherever it is put', async () => {
  await fc.assert(
    fc.asyncProperty(spliced, async (text) => {
      const checked = await checkSql(text, askable).catch((error: unknown) => error);
      if (checked instanceof SqlRefused) return;
      expect(checked).not.toBeInstanceOf(Error);
      // `AS name(names)`: what a table and its columns are called here.
      const sql = (checked as { sql: string }).sql.replaceAll(/\bAS \w+\([^)]*\)/g, '');
      expect(sql).not.toMatch(traces);
    }),
    { numRuns: 1000 },
  );
}, 30_000);
