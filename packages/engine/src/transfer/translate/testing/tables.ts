/** Tables whose values lie at the edges: NULL, empty, negative, zero, not a number, infinite, before Christ, beyond ASCII. */
export const tables: readonly string[] = [
  `CREATE TABLE items (id INTEGER, "Name" VARCHAR, price DECIMAL(12,4), qty BIGINT, w DOUBLE, day DATE, ts TIMESTAMP, flag BOOLEAN, small SMALLINT, tiny UTINYINT, big HUGEINT, l INTEGER[], ls VARCHAR[], grp VARCHAR)`,
  `INSERT INTO items VALUES
    (1, 'pan', 2.5, 10, 1.5, '2024-01-31', '2024-01-31 10:11:12.345678', true, 3, 200, 170141183460469231731687303715884105, [1, 2, NULL], ['a', 'b'], 'x'),
    (2, 'queso 50%', 10, -7, -2.5, '2024-02-29', '2024-02-29 23:59:59', false, -3, 1, -5, [], [], 'x'),
    (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, 'Pan dulce', -1.25, 0, 'NaN', '2023-12-31', '2023-12-31 00:00:00.5', true, 0, 0, 0, [3], ['b', NULL], 'y'),
    (5, 'pan', 2.5, 3, 'Infinity', '2024-02-01', '1969-12-31 23:59:59.5', false, 7, 7, 12, [5, 4], ['Z', 'a'], 'y'),
    (6, 'ñandú ÉÉ ß', 0.0001, 100, 0.1, '0044-03-15 (BC)', '0044-03-15 (BC) 12:00:00', true, 5, 5, 1000, [NULL], ['é'], 'y'),
    (7, '', 99999999.9999, 9223372036854775807, -0.0, 'infinity', 'infinity', NULL, 1, 1, 1, [7, 7], ['xy'], ''),
    (8, '  sp ', -10, 5, 1e300, '2020-12-28', '2020-12-28 12:30:00', false, 2, 2, 2, [1], ['q'], 'X')`,
  `CREATE TABLE tags (item INTEGER, tag VARCHAR, qty BIGINT)`,
  `INSERT INTO tags VALUES (1, 'a', 1), (1, 'b', 2), (2, 'a', 3), (9, 'z', 4), (NULL, 'n', 5), (4, NULL, NULL)`,
  `CREATE TABLE nest (id INTEGER, s STRUCT(a INTEGER, "B" VARCHAR, d DECIMAL(10,2), inner_ STRUCT(x DOUBLE)), m MAP(VARCHAR, INTEGER))`,
  `INSERT INTO nest VALUES
    (1, {'a': 1, 'B': 'x', 'd': 2.50, 'inner_': {'x': 1.5}}, MAP {'k': 1, 'z': 2}),
    (2, NULL, NULL),
    (3, {'a': NULL, 'B': NULL, 'd': NULL, 'inner_': NULL}, MAP {})`,
  `CREATE TABLE numbers (t VARCHAR)`,
  `INSERT INTO numbers VALUES ('5'), (' 12 '), ('1.5'), ('-2.5'), ('1e2'), ('1_000'), ('abc'), (''), ('2147483648'), ('.5'), ('5.'), ('.'), ('1e400'), ('2147483647.5'), (NULL), ('9' || repeat('9', 40))`,
  `CREATE TABLE instants (t TIMESTAMPTZ)`,
  `INSERT INTO instants VALUES ('2024-03-10 06:59:59.5+00'), ('2024-03-10 07:00:00+00'), ('2024-11-03 05:30:00+00'), ('2024-11-03 06:30:00+00'), ('1950-07-01 00:00:00+00'), ('infinity'), (NULL)`,
  `CREATE MACRO twice(x) AS x * 2`,
  `CREATE MACRO add_to(a, b := 5) AS a + b`,
  `CREATE MACRO pick(n) AS TABLE SELECT id, "Name" FROM items WHERE id <= n`,
  `CREATE VIEW base AS SELECT id, price FROM items`,
];
