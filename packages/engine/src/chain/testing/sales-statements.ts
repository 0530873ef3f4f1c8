import fc from 'fast-check';

/** Days of two months: the ends of both, so that lines move between partitions. */
const days = ['2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29'] as const;

const store = fc.constantFrom('T1', 'T2', 'T3');
const day = fc.constantFrom(...days);
const receipt = fc.constantFrom(null, '', 'A', 'B', 'C');
const amount = fc.constantFrom(null, '0', '-3', '0.000001', '19.99', '-0.333333', '123456789.123456');

const literal = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
const partitionOf = (date: string): string => `ventas_raw_${date.slice(0, 4)}_${date.slice(5, 7)}`;

const line = fc
  .tuple(store, day, receipt, amount, amount)
  .map(
    ([s, d, r, quantity, total]) =>
      `(${literal(s)}, ${literal(d)}, ${literal(r)}, ${quantity ?? 'NULL'}, ${total ?? 'NULL'})`,
  );
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const columns = '(ubicacion_id, fecha, numero_factura, cantidad, monto_total)';
/** An arbitrary subset of the lines. */
const some = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(3))
  .map(([modulus, rest]) => `id % ${modulus} = ${rest % modulus}`);

const insert = lines.map((values) => `INSERT INTO ventas_raw ${columns} VALUES ${values.join(', ')}`);
const insertNothing = fc.constant('INSERT INTO ventas_raw SELECT * FROM ventas_raw WHERE false');
const insertIntoPartition = fc
  .tuple(day, store, receipt, amount)
  .map(
    ([d, s, r, a]) =>
      `INSERT INTO ${partitionOf(d)} ${columns} VALUES ('${s}', '${d}', ${literal(r)}, ${a ?? 'NULL'}, ${a ?? 'NULL'})`,
  );
const change = fc
  .tuple(fc.constantFrom('cantidad', 'monto_total'), amount, some)
  .map(([column, a, where]) => `UPDATE ventas_raw SET ${column} = ${a ?? 'NULL'} WHERE ${where}`);
const renumber = fc
  .tuple(receipt, some)
  .map(([r, where]) => `UPDATE ventas_raw SET numero_factura = ${literal(r)} WHERE ${where}`);
const moveDay = fc
  .tuple(day, some)
  .map(([d, where]) => `UPDATE ventas_raw SET fecha = '${d}', id = nextval('ventas_raw_id_seq') WHERE ${where}`);
const moveStore = fc
  .tuple(store, some)
  .map(([s, where]) => `UPDATE ventas_raw SET ubicacion_id = '${s}', id = nextval('ventas_raw_id_seq') WHERE ${where}`);
const changeInPartition = fc
  .tuple(day, amount, some)
  .map(([d, a, where]) => `UPDATE ${partitionOf(d)} SET monto_total = ${a ?? 'NULL'} WHERE ${where}`);
const remove = some.map((where) => `DELETE FROM ventas_raw WHERE ${where}`);
const removeFromPartition = fc.tuple(day, some).map(([d, where]) => `DELETE FROM ${partitionOf(d)} WHERE ${where}`);
const replaceDay = fc
  .tuple(store, day, receipt, amount)
  .map(
    ([s, d, r, a]) =>
      `DELETE FROM ventas_raw WHERE ubicacion_id = '${s}' AND fecha = '${d}'; INSERT INTO ventas_raw ${columns} VALUES ('${s}', '${d}', ${literal(r)}, 1, ${a ?? 'NULL'})`,
  );
const upsert = fc
  .tuple(store, day, amount)
  .map(
    ([s, d, a]) =>
      `INSERT INTO ventas_raw (id, ubicacion_id, fecha, monto_total) VALUES (9000000007, '${s}', '${d}', 1), (9000000008, '${s}', '${d}', 1) ON CONFLICT (ubicacion_id, fecha, id) DO UPDATE SET monto_total = ${a ?? 'NULL'}, cantidad = -1`,
  );
const merge = fc.tuple(store, day, some).map(
  ([
    s,
    d,
    where,
  ]) => `MERGE INTO ventas_raw AS v USING (SELECT '${s}'::text AS s, '${d}'::date AS d) AS n ON v.ubicacion_id = n.s AND v.fecha = n.d
    WHEN MATCHED AND ${where} THEN DELETE WHEN MATCHED THEN UPDATE SET monto_total = 5 WHEN NOT MATCHED THEN INSERT ${columns} VALUES (n.s, n.d, 'M', 1, 1)`,
);

/** Statements that write sales lines, through the table or a month of it, each touching any number of units. */
export const writing = fc.oneof(
  insert,
  insert,
  insertNothing,
  insertIntoPartition,
  change,
  renumber,
  moveDay,
  moveStore,
  changeInPartition,
  remove,
  removeFromPartition,
  replaceDay,
  upsert,
  merge,
);

/** `writing`, plus TRUNCATE of the table or of a month. */
export const writingOrEmptying = fc.oneof(
  { arbitrary: writing, weight: 12 },
  { arbitrary: day.map((d) => `TRUNCATE ${partitionOf(d)}`), weight: 1 },
  { arbitrary: fc.constant('TRUNCATE ventas_raw'), weight: 1 },
);
