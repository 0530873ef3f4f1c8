import { afterEach, expect, it } from 'vitest';
import { chooseHash, fastRowHash, md5RowHash } from '../../bridge/index.ts';
import { provideTwoTables } from './testing/two-tables.ts';

const tables = provideTwoTables();

afterEach(async () => {
  await tables.client.query('RESET search_path; DROP SCHEMA IF EXISTS other CASCADE');
});

/** Puts another function in the place of PostgreSQL's own, for this connection. */
async function replaceHash(body: string): Promise<void> {
  await tables.client.query(
    `CREATE SCHEMA other; CREATE FUNCTION other.hashtextextended(text, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ ${body} $$;
     SET search_path = public, other, pg_catalog`,
  );
}

it('takes the fast hash where the server computes it as expected', async () => {
  expect(await chooseHash(tables.duck, tables.client)).toBe(fastRowHash);
});

it('takes md5 where the server computes another hash for some texts', async () => {
  await replaceHash(`SELECT pg_catalog.hashtextextended($1, $2) + CASE WHEN length($1) = 13 THEN 1 ELSE 0 END`);
  expect(await chooseHash(tables.duck, tables.client)).toBe(md5RowHash);
  const rows = [['1', `'a'`]];
  expect(await tables.prove({ i: 'INTEGER', s: 'VARCHAR' }, rows, rows)).toMatchObject({ equal: true });
});

it('hashes texts of all lengths, in and out of place, with NULLs among them', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => [
    `${i}`,
    i % 7 === 0 ? 'NULL' : `repeat('ñ${i}', ${i % 40})`,
    i % 5 === 0 ? `repeat('0123456789', ${i % 900})` : `'${i}'`,
  ]);
  const columns = { i: 'INTEGER', s: 'VARCHAR', t: 'VARCHAR' };
  expect(await tables.prove(columns, rows, rows)).toMatchObject({ equal: true, sourceRows: 6000 });
});

it('compares as many columns as a table can have, and names the one that differs', async () => {
  const columns = Object.fromEntries(
    Array.from({ length: 1600 }, (_, i) => [`c${i}`, i % 2 === 0 ? 'VARCHAR' : 'INTEGER']),
  );
  const row = Array.from({ length: 1600 }, (_, i) => (i % 2 === 0 ? `'${i}'` : `${i}`));
  expect(await tables.prove(columns, [row], [row])).toMatchObject({ equal: true });
  const found = await tables.prove(columns, [row], [row.with(1234, `'x'`)]);
  expect(found).toMatchObject({ equal: false, differingColumns: ['c1234'] });
  expect(await tables.prove(columns, [row], [row], { hash: md5RowHash })).toMatchObject({ equal: true });
});
