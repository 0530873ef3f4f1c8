import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { describe, expect, it } from 'vitest';
import { provideTarget } from './testing/target.ts';

const { query, run, refusal } = provideTarget();

const chunk = 491_520;

/** Two tables with a key between them, an index, a sequence and a view. */
const shopOf = (lines: number) => [
  'CREATE SEQUENCE seq START 7',
  'CREATE TABLE orders (id INTEGER PRIMARY KEY, note VARCHAR)',
  `CREATE TABLE lines (id BIGINT PRIMARY KEY DEFAULT nextval('seq'), "order" INTEGER REFERENCES orders(id), amount DECIMAL(9,2))`,
  `INSERT INTO orders SELECT i, 'n' || i FROM range(1000) r(i)`,
  `INSERT INTO lines SELECT i, i % 1000, i / 100 FROM range(${lines}) r(i)`,
  'CREATE INDEX by_order ON lines("order")',
  'CREATE VIEW totals AS SELECT "order", sum(amount) AS total FROM lines GROUP BY ALL',
];
const shop = shopOf(5000);
/** `lines` has three pieces. */
const largeShop = shopOf(chunk * 2 + 10);

const contents = () =>
  query(`SELECT (SELECT count(*)::int FROM lines) AS lines, (SELECT sum(amount)::text FROM lines) AS amount,
    (SELECT md5(string_agg(note, ',' ORDER BY id)) FROM orders) AS notes`);

describe('--resume', () => {
  it('is refused where nothing was begun, and finds everything there after a whole run', async () => {
    const file = await createDuckFile(shop);
    expect(await refusal(file, { resume: true })).toMatchObject({ code: 'USAGE' });
    const first = await run(file);
    const again = await run(file, { resume: true });
    expect(again.rows).toBe(first.rows);
    expect(again.tables.map(({ copied }) => copied)).toEqual([0, 0]);
    expect(again.resumed).toEqual({ chunks: 2, of: 2, changed: 0 });
  });

  it('refuses a file that has changed, or other tables', async () => {
    const file = await createDuckFile(shop);
    await run(file);
    expect(await refusal(file, { resume: true, exclude: ['lines'] })).toMatchObject({
      code: 'SOURCE_CHANGED',
      details: [expect.stringMatching(/: "public"."lines"$/)],
    });
    await runInDuckFile(file, `UPDATE orders SET note = 'x' WHERE id = 1`);
    expect(await refusal(file, { resume: true })).toMatchObject({ code: 'SOURCE_CHANGED', exitCode: 4 });
  });

  it('copies with --changed only the pieces that differ, keys and sequences included', async () => {
    const file = await createDuckFile(largeShop);
    await run(file);
    await runInDuckFile(file, [
      `UPDATE orders SET note = 'other' WHERE id = 5`,
      `UPDATE lines SET amount = 0 WHERE id = ${chunk + 1}`,
      `INSERT INTO orders VALUES (1000, 'new')`,
      `INSERT INTO lines VALUES (5000000, 1000, 1)`,
    ]);
    const report = await run(file, { resume: true, changed: true });
    expect(report.resumed).toEqual({ chunks: 1, of: 4, changed: 3 });
    expect(report.tables.every(({ proof }) => proof?.equal)).toBe(true);
    expect(await contents()).toMatchObject([{ lines: chunk * 2 + 11 }]);
    expect(await query(`SELECT amount FROM lines WHERE id IN (${chunk + 1}, 5000000) ORDER BY 1`)).toEqual([
      { amount: '0.00' },
      { amount: '1.00' },
    ]);
    await expect(query(`INSERT INTO lines VALUES (-1, 77777, 1)`)).rejects.toThrow(/foreign key/);
    expect(await query('SELECT total FROM totals WHERE "order" = 1000')).toEqual([{ total: '1.00' }]);
  });

  it('does not forget that the file has changed if it is interrupted before anything is taken out', async () => {
    const file = await createDuckFile(shop);
    await run(file);
    await runInDuckFile(file, `UPDATE orders SET note = 'other' WHERE id = 5`);
    await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;
      CREATE TRIGGER refuse BEFORE DELETE ON fluxion_transfer.chunk EXECUTE FUNCTION refuse()`);
    await expect(run(file, { resume: true, changed: true })).rejects.toThrow('not now');
    await query('DROP FUNCTION refuse CASCADE');
    expect(await refusal(file, { resume: true })).toMatchObject({ code: 'SOURCE_CHANGED' });
    await run(file, { resume: true, changed: true });
    expect(await query('SELECT note FROM orders WHERE id = 5')).toEqual([{ note: 'other' }]);
  });

  it('makes views anew that the file defines otherwise now', async () => {
    const file = await createDuckFile([
      'CREATE TABLE t AS SELECT 1 AS i',
      'CREATE VIEW a AS SELECT i FROM t',
      'CREATE VIEW b AS SELECT i FROM a',
    ]);
    await run(file);
    await runInDuckFile(file, ['CREATE OR REPLACE VIEW a AS SELECT i + 1 AS i FROM t', 'INSERT INTO t VALUES (5)']);
    const report = await run(file, { resume: true, changed: true });
    expect(report.objects.filter(({ kind }) => kind === 'view').map(({ name, outcome }) => [name, outcome])).toEqual([
      ['a', 'same'],
      ['b', 'same'],
    ]);
    expect(await query('SELECT i FROM b ORDER BY 1')).toEqual([{ i: 2 }, { i: 6 }]);
  });

  it('sees changes between values that DuckDB holds equal', async () => {
    const file = await createDuckFile(
      `CREATE TABLE t AS SELECT 0.0::DOUBLE AS d, INTERVAL 30 DAY AS i, [0.0::DOUBLE] AS l`,
    );
    await run(file);
    await runInDuckFile(file, `UPDATE t SET d = -0.0, i = INTERVAL 1 MONTH, l = [-0.0::DOUBLE]`);
    const report = await run(file, { resume: true, changed: true });
    expect(report.tables.map(({ copied, proof }) => [copied, proof?.equal])).toEqual([[1, true]]);
  });

  it("sees that an enum's value has become another in its place", async () => {
    await query('CREATE TABLE t (e text)');
    const file = await createDuckFile(`CREATE TABLE t AS SELECT 'a'::ENUM('a', 'b') AS e`);
    await run(file);
    await runInDuckFile(file, `CREATE OR REPLACE TABLE t AS SELECT 'b'::ENUM('b', 'a') AS e`);
    await run(file, { resume: true, changed: true, verify: false });
    expect(await query('SELECT e FROM t')).toEqual([{ e: 'b' }]);
  });

  it('goes on with the file that it is given, of several in one database', async () => {
    const [one, other] = [
      await createDuckFile('CREATE TABLE a AS SELECT 1 AS i'),
      await createDuckFile('CREATE TABLE b AS SELECT 1 AS i'),
    ];
    await run(one);
    await run(other);
    await runInDuckFile(one, 'INSERT INTO a VALUES (2)');
    expect(await run(one, { resume: true, changed: true })).toMatchObject({ rows: 2 });
  });

  it('takes out what the file has no more', async () => {
    const file = await createDuckFile(largeShop);
    await run(file);
    await runInDuckFile(file, [`DELETE FROM lines WHERE id >= ${chunk}`, 'CHECKPOINT']);
    const report = await run(file, { resume: true, changed: true });
    expect(report.tables.every(({ proof }) => proof?.equal)).toBe(true);
    expect(await contents()).toMatchObject([{ lines: chunk }]);
  });
});

describe('--changed in a table that is divided by dates', () => {
  const resumed = { resume: true, changed: true };
  const days = [
    'CREATE TABLE sales (day DATE, n INTEGER)',
    `INSERT INTO sales SELECT DATE '2024-01-01' + (i % 10)::INTEGER, i FROM range(100) r(i)`,
    `INSERT INTO sales VALUES ('2024-03-09', 200), ('infinity', 201), ('0044-03-15 (BC)', 202), ('12024-01-01', 203), ('1500-01-01', 204)`,
  ];

  it('copies only the days that differ, of those before and after all others and of no partition, too', async () => {
    await query(`CREATE TABLE sales (day date, n int) PARTITION BY RANGE (day);
      CREATE TABLE old PARTITION OF sales FOR VALUES FROM (MINVALUE) TO ('1000-01-01');
      CREATE TABLE january PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
      CREATE TABLE late PARTITION OF sales FOR VALUES FROM ('2024-02-01') TO (MAXVALUE);
      CREATE TABLE other PARTITION OF sales DEFAULT`);
    const file = await createDuckFile(days);
    expect((await run(file)).resumed).toBeUndefined();
    const change = async (sql: readonly string[], told: object) => {
      await runInDuckFile(file, [...sql]);
      const { tables, resumed: found } = await run(file, resumed);
      expect(tables.map(({ proof }) => proof?.equal)).toEqual([true]);
      expect(found).toEqual(told);
    };
    await change(
      [
        `UPDATE sales SET n = -1 WHERE n = 14`,
        `DELETE FROM sales WHERE day = '2024-01-07'`,
        `INSERT INTO sales VALUES ('2024-01-30', 5)`,
      ],
      { chunks: 13, of: 15, changed: 2 },
    );
    // The same number of rows as before: one transaction's other days stay.
    await change([`UPDATE sales SET day = '2024-01-06' WHERE n IN (3, 33)`], { chunks: 13, of: 15, changed: 2 });
    await change([`UPDATE sales SET n = n + 1 WHERE n > 200`], { chunks: 11, of: 15, changed: 4 });
    await change([`INSERT INTO sales VALUES (NULL, 1)`], { chunks: 14, of: 15, changed: 1 });
    await change(['DELETE FROM sales'], { chunks: 0, of: 0, changed: 15 });
  });

  it('takes out no row of others, and none that somebody has changed', async () => {
    await query(`CREATE TABLE sales (day date, n int) PARTITION BY RANGE (day);
      CREATE TABLE any_day PARTITION OF sales FOR VALUES FROM (MINVALUE) TO (MAXVALUE)`);
    const file = await createDuckFile(days);
    await run(file, { verify: false });
    await query(`INSERT INTO sales VALUES ('2024-01-02', 999); UPDATE sales SET n = 888 WHERE n = 11`);
    await runInDuckFile(file, `UPDATE sales SET n = 777 WHERE n = 21`);
    // Without a proof, too, it is known what the file held.
    expect((await run(file, resumed)).resumed?.changed).toBe(1);
    const found = await query(`SELECT n FROM sales WHERE day = '2024-01-02' AND (n > 100 OR n = 11) ORDER BY n`);
    expect(found).toEqual([{ n: 11 }, { n: 777 }, { n: 888 }, { n: 999 }]);
  });
});

describe('--replace', () => {
  it('makes anew what earlier migrations made, and empties what stood there before', async () => {
    await query('CREATE TABLE orders (id int PRIMARY KEY, note text)');
    const file = await createDuckFile(shop);
    await run(file);
    expect(await refusal(file)).toMatchObject({
      code: 'TARGET_MISFIT',
      details: [expect.stringMatching(/--replace/), expect.anything()],
    });
    await query(`DELETE FROM lines WHERE id < 10; UPDATE orders SET note = 'spoilt'`);
    const report = await run(file, { replace: true });
    expect(report.tables.map(({ action, proof }) => [action, proof?.equal])).toEqual([
      ['fill', true],
      ['create', true],
    ]);
    expect(report.objects.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  });

  describe('tables that refer to each other', () => {
    const one = (name: string, references: string) =>
      `CREATE TABLE ${name} (id int PRIMARY KEY${references && `, up int REFERENCES ${references}`})`;

    it('empties them together, however long the chain is', async () => {
      for (const [name, up] of [
        ['a', ''],
        ['b', 'a'],
        ['c', 'b'],
      ] as const)
        await query(one(name, up));
      const file = await createDuckFile([
        'CREATE TABLE a AS SELECT 1 AS id',
        'CREATE TABLE b AS SELECT 1 AS id, 1 AS up',
        'CREATE TABLE c AS SELECT 1 AS id, 1 AS up',
      ]);
      await run(file);
      expect(await run(file, { replace: true })).toMatchObject({ rows: 3 });
    });

    it('refuses to empty one that a table of others refers to, and leaves its rows alone', async () => {
      await query(`${one('a', '')}; ${one('theirs', 'a')}; ${one('empty', 'a')}`);
      const file = await createDuckFile('CREATE TABLE a AS SELECT 1 AS id');
      await run(file);
      await query('INSERT INTO theirs VALUES (7, 1)');
      expect(await refusal(file, { replace: true })).toMatchObject({
        code: 'TARGET_MISFIT',
        details: [expect.stringContaining('theirs')],
      });
      expect(await query('SELECT id FROM theirs')).toEqual([{ id: 7 }]);
      await query('DELETE FROM theirs');
      expect(await run(file, { replace: true })).toMatchObject({ rows: 1 });
    });
  });

  it('tells on a dry run what it would drop, and drops nothing', async () => {
    const file = await createDuckFile(shop);
    await run(file);
    const { ddl } = await run(file, { replace: true, dryRun: true });
    expect(ddl.join('\n')).toMatch(/DROP VIEW "public"."totals"[\s\S]*DROP TABLE/);
    expect(await contents()).toMatchObject([{ lines: 5000 }]);
  });

  it('is refused where something else depends on what it would drop', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
    await run(file);
    await query('CREATE VIEW theirs AS SELECT * FROM t');
    expect(await refusal(file, { replace: true })).toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      details: [expect.stringContaining('theirs')],
    });
    expect(await query('SELECT i FROM theirs')).toEqual([{ i: 1 }]);
  });
});

describe('--changed in tables of the target with a key between them', () => {
  it.each(['NO ACTION', 'CASCADE', 'SET NULL'])(
    'loses no row that refers to a changed one: ON DELETE %s',
    async (action) => {
      await query(`CREATE TABLE orders (id int PRIMARY KEY, note text);
      CREATE TABLE lines (id int PRIMARY KEY, "order" int REFERENCES orders ON DELETE ${action})`);
      const file = await createDuckFile([
        `CREATE TABLE orders AS SELECT 1 AS id, 'a' AS note`,
        'CREATE TABLE lines AS SELECT 7 AS id, 1 AS "order"',
      ]);
      await run(file);
      await runInDuckFile(file, `UPDATE orders SET note = 'b'`);
      const report = await run(file, { resume: true, changed: true });
      expect(report.tables.every(({ proof }) => proof?.equal)).toBe(true);
      expect(await query('SELECT l.id, note FROM lines l JOIN orders o ON o.id = l.order')).toEqual([
        { id: 7, note: 'b' },
      ]);
    },
  );

  it('refuses where a table of others refers to what has changed, and leaves that alone', async () => {
    await query(`CREATE TABLE orders (id int PRIMARY KEY, note text);
      CREATE TABLE theirs (id int REFERENCES orders ON DELETE CASCADE)`);
    const file = await createDuckFile(`CREATE TABLE orders AS SELECT 1 AS id, 'a' AS note`);
    await run(file);
    await query('INSERT INTO theirs VALUES (1)');
    await runInDuckFile(file, `UPDATE orders SET note = 'b'`);
    const again = { resume: true, changed: true };
    expect(await refusal(file, again)).toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringContaining('theirs'),
    });
    expect(await query('SELECT id FROM theirs')).toEqual([{ id: 1 }]);
    await query('DELETE FROM theirs');
    await run(file, again);
    expect(await query('SELECT note FROM orders')).toEqual([{ note: 'b' }]);
  });
});
