import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardSql } from './allowed.ts';
import { checkSql } from './check.ts';
import { SqlRefused } from './refused.ts';
import { escapes } from './testing/escapes.ts';
import { askable, tablesSql } from './testing/tables.ts';

let instance: DuckDBInstance;
let duck: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  duck = await instance.connect();
  await duck.run(tablesSql);
  await duck.run(guardSql);
});

afterAll(() => {
  duck.closeSync();
  instance.closeSync();
});

/** What DuckDB answers to what is left of the statement. */
async function answerOf(sql: string): Promise<string> {
  const checked = await checkSql(sql, askable);
  const reader = await duck.runAndReadAll(checked.sql);
  return JSON.stringify(reader.getRowsJson());
}

describe.each(Object.entries(escapes))('%s', (_, attempts) => {
  it.each(attempts.map((sql) => [sql.slice(0, 100), sql]))('%s', async (_shown, sql) => {
    await expect(checkSql(sql, askable)).rejects.toBeInstanceOf(SqlRefused);
  });
});

describe('what is taken', () => {
  it.each([
    [`FROM ventas LIMIT 1`, `[["2024-01-01","T0","P0","0.00","0"]]`],
    [`SELECT tienda, sum(monto) AS total FROM ventas GROUP BY ALL ORDER BY total DESC LIMIT 1`, `[["T1","105.00"]]`],
    [`SELECT count(*) FROM caja.turnos t JOIN public.ventas v USING (tienda)`, `[["7"]]`],
    [`SELECT count(*) -- of\nFROM ventas /* all */ WHERE producto ILIKE 'p1%';`, `[["11"]]`],
    [`SELECT count(*) FROM ventas WHERE producto LIKE 'P_' AND producto NOT LIKE '%9'`, `[["9"]]`],
    [`WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT sum(n) FROM r`, `[["15"]]`],
    [
      `SELECT tienda || '-' || producto FROM ventas GROUP BY tienda || '-' || producto ORDER BY 1 LIMIT 1`,
      `[["T0-P0"]]`,
    ],
    [`SELECT string_agg(producto, '+' ORDER BY id) FROM ventas WHERE id < 3`, `[["P0+P1+P2"]]`],
    [
      `SELECT id FROM ventas QUALIFY row_number() OVER (PARTITION BY tienda ORDER BY id DESC) = 1 ORDER BY id`,
      `[["17"],["18"],["19"]]`,
    ],
    [
      `SELECT CASE tienda WHEN 'T1' THEN 'uno' ELSE 'otra' END AS cual, count(*) FROM ventas GROUP BY 1 ORDER BY 1`,
      `[["otra","13"],["uno","7"]]`,
    ],
    [`SELECT DISTINCT tienda FROM ventas ORDER BY tienda COLLATE "C" DESC`, `[["T2"],["T1"],["T0"]]`],
    [
      `SELECT tienda, count(*) FROM ventas GROUP BY ROLLUP (tienda) ORDER BY ALL NULLS LAST`,
      `[["T0","7"],["T1","7"],["T2","6"],[null,"20"]]`,
    ],
    [
      `SELECT 1e3, 2.50, -3, 'ñandú', CAST('12345678901234567890.5' AS DECIMAL(38, 1)), true`,
      `[[1000,"2.50",-3,"ñandú","12345678901234567890.5",true]]`,
    ],
    [`SELECT sum(monto) AS ventas FROM ventas`, `[["285.00"]]`],
    [`SELECT ventas FROM (SELECT sum(monto) AS ventas FROM ventas) AS ventas`, `[["285.00"]]`],
    [`SELECT year(fecha) AS año, quantile_cont(monto, 0.5) FROM ventas GROUP BY año`, `[["2024","14.25"]]`],
    [
      `SELECT * EXCLUDE (fecha, v.producto) FROM ventas v WHERE EXISTS (SELECT 1 FROM caja.turnos t WHERE t.tienda = v.tienda) LIMIT 1`,
      `[["T1","1.50","1"]]`,
    ],
  ])('%s', async (sql, answer) => {
    expect(await answerOf(sql)).toBe(answer);
  });

  it('names what it reads', async () => {
    const sql = 'SELECT * FROM ventas v WHERE v.tienda IN (SELECT tienda FROM caja.turnos)';
    expect((await checkSql(sql, askable)).reads).toEqual(['ventas', 'caja.turnos']);
    expect((await checkSql('WITH ventas AS (SELECT 1 AS x) SELECT x FROM ventas', askable)).reads).toEqual([]);
  });

  it('holds texts to a length, wherever they are made', async () => {
    const long = (sql: string) => expect(answerOf(sql)).rejects.toThrow('fluxion_bounded');
    const doubled = Array.from({ length: 14 }).reduce<string>(
      (inner) => `SELECT a || a AS a FROM (${inner})`,
      `SELECT 'xx' AS a`,
    );
    await long(doubled);
    await long(`SELECT string_agg(producto || '${'x'.repeat(400)}') FROM ventas`);
    await long(`SELECT id FROM ventas WHERE concat(producto, '${'x'.repeat(3999)}') = 'x'`);
  });
});

describe('a refusal', () => {
  it.each([
    [`SELECT 1,\n getenv('HOME')`, 'function', 'getenv', 11],
    [`SELECT 'ñ' FROM\n ñandú`, 'table', 'ñandú', 17],
    [`SELECT 1 FORM ventas x y`, 'syntax', 'syntax error at or near "ventas"', 14],
    [`SELECT 1 \u200b`, 'character', 'U+200B', 9],
    [`SELECT v FROM ventas v`, 'column', 'v', 7],
    [`SELECT CAST(1 AS foo)`, 'type', 'foo', 7],
  ])('of %s says what and where', async (sql, fault, value, position) => {
    await expect(checkSql(sql, askable)).rejects.toMatchObject({ fault, value, position });
  });
});
