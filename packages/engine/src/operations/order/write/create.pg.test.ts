import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createOrders, type OrderOutcome } from './create.ts';
import type { WantedOrder } from './new-order.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '1', 'Uno', 'tienda'), ('T2', '2', 'Dos', 'tienda');
    INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('P1', 'P1', 'Harina', 'Víveres')`);
});
afterAll(() => database.drop());

interface Wish {
  readonly person?: string;
  readonly sees?: readonly string[];
  readonly origin?: string;
  readonly store?: string;
  readonly quantity?: string;
  readonly key?: string;
}

function wanted({ person = 'ana', sees = ['T1'], store = 'T1', origin, quantity = '1', key }: Wish): WantedOrder {
  return {
    by: { actor: { id: person, nombre: 'x', correo: `${person}@x`, rol: 'gerente_tienda' }, stores: sees },
    header: {
      ubicacion_id: store,
      ubicacion_origen_id: origin ?? null,
      proveedor_id: null,
      fecha_entrega: null,
      observaciones: null,
    },
    lines: [{ producto_id: 'P1', cantidad_solicitada: quantity }],
    key,
  };
}

const create = (...wishes: Wish[]) => createOrders({ ctx: { db: database.pool }, input: wishes.map(wanted) });

const toldSql = `
  SELECT o.id, d.cantidad_solicitada AS quantity, array_agg(DISTINCT h.usuario_id) AS people, count(h.id)::int AS changes,
         (SELECT array_agg(usuario_id::text) FROM fluxion.auditoria AS a WHERE a.objeto = o.id) AS audited
  FROM pedidos AS o
  JOIN pedidos_detalle AS d ON d.pedido_id = o.id
  JOIN pedidos_historial AS h ON h.pedido_id = o.id
  GROUP BY o.id, d.cantidad_solicitada ORDER BY o.numero`;

const told = async () => (await database.pool.query(toldSql)).rows;
const idOf = (outcome: OrderOutcome | undefined) => (outcome && 'id' in outcome ? outcome.id : undefined);
/** More than the column takes: the statement fails. */
const tooMany = '999999999';

it('has orders of several people written together, each with its own lines, history and audit', async () => {
  const before = (await told()).length;
  const outcomes = await create({ person: 'ana' }, { person: 'luis', quantity: '2' }, { store: 'T2' });
  expect(outcomes.map((outcome) => Object.keys(outcome)[0])).toEqual(['id', 'id', 'refused']);
  expect((await told()).slice(before)).toEqual([
    { id: idOf(outcomes[0]), quantity: '1.0000', people: ['ana'], changes: 2, audited: ['ana'] },
    { id: idOf(outcomes[1]), quantity: '2.0000', people: ['luis'], changes: 2, audited: ['luis'] },
  ]);
});

it('has one that cannot be written keep no other from it, and none is written twice', async () => {
  const before = (await told()).length;
  const outcomes = await create({}, { quantity: tooMany }, { quantity: '3' });
  expect(outcomes).toMatchObject([{ version: 1 }, { failed: { code: '22003' } }, { version: 1 }]);
  expect((await told()).slice(before).map(({ id }) => id)).toEqual([idOf(outcomes[0]), idOf(outcomes[2])]);
});

it('holds each of them to the stores that its own person sees', async () => {
  const faults = async (...wishes: Wish[]) =>
    (await create(...wishes)).map((outcome) => ('faults' in outcome ? outcome.faults.map(({ field }) => field) : []));
  const [both, none] = [['T1', 'T2'], []];
  expect(
    await faults(
      { sees: both, origin: 'T2' },
      { person: 'luis', origin: 'T2' },
      { person: 'luis', sees: ['T2'] },
      { person: 'eva', sees: none },
      { person: 'luis', sees: ['T2'], store: 'T2' },
    ),
  ).toEqual([[], ['ubicacion_origen_id'], ['ubicacion_id'], ['ubicacion_id'], []]);
});

it('takes a key that comes twice at once for one request, unless it asks for something else', async () => {
  const before = (await told()).length;
  const [first, same, other, others] = await create(
    { key: 'k' },
    { key: 'k' },
    { key: 'k', quantity: '2' },
    { key: 'k', person: 'luis' },
  );
  expect(same).toEqual(first);
  expect(other).toEqual({ refused: 'KEY' });
  expect((await told()).slice(before).map(({ id }) => id)).toEqual([idOf(first), idOf(others)]);
});

it('tries the next with a key whose first was refused, however many were', async () => {
  const store = 'T2';
  const outcomes = await create(...['1', '2', '3', '4', '5'].map((quantity) => ({ key: 'r', store, quantity })), {
    key: 'r',
  });
  expect(outcomes.map((outcome) => Object.keys(outcome)[0])).toEqual([
    ...Array.from({ length: 5 }, () => 'refused'),
    'id',
  ]);
});

it('says that a key is of another order also where that is of a store that is not seen, or gone', async () => {
  const first = idOf((await create({ key: 's', sees: ['T2'], store: 'T2' }))[0]);
  const [other] = await create({ key: 's' });
  expect(other).toEqual({ refused: 'KEY' });
  const [same] = await create({ key: 's', store: 'T2' });
  expect(same).toMatchObject({ refused: 'FIELDS' });
  await database.pool.query(`UPDATE fluxion.claves_pedidos SET pedido_id = 'gone' WHERE pedido_id = $1`, [first]);
  const [gone] = await create({ key: 's', sees: ['T2'], store: 'T2' });
  expect(gone).toEqual({ refused: 'KEY' });
});

it('goes on with what a connection has prepared when columns become wider', async () => {
  const client = await database.pool.connect();
  try {
    const ask = () => createOrders({ ctx: { db: client }, input: [wanted({ key: 'ancho' })] });
    const before = await ask();
    await client.query(`
      ALTER TABLE pedidos ALTER id TYPE varchar(80), ALTER estado TYPE varchar(40);
      DELETE FROM fluxion.claves_pedidos WHERE clave = 'ancho'`);
    expect(await ask()).toMatchObject(before.map(() => ({ estado: 'borrador', version: 1 })));
    expect(await ask()).toMatchObject(before.map(() => ({ estado: 'borrador', version: 1 })));
  } finally {
    client.release();
  }
});
