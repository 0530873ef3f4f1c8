import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import type { Role } from '../../context.ts';
import { findOrder } from '../read/list.ts';
import {
  editingIn,
  orderStates,
  reaches,
  stepsFrom,
  type OrderRefusal,
  type OrderState,
  type WrittenOrder,
} from '../rules/index.ts';
import { createOrders } from './create.ts';
import { editOrder } from './edit.ts';
import type { AuditedContext } from './head.ts';
import { moveOrder } from './move.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '1', 'Uno', 'tienda'), ('C1', '2', 'Central', 'cedi');
    INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('P1', 'P1', 'Harina', 'Víveres')`);
});
afterAll(() => database.drop());

/** What one of several people does to the order, knowing the version that they have last seen. */
interface Deed {
  readonly role: Role;
  readonly to: OrderState | 'edit';
  /** Whether they read the order again before. */
  readonly looks: boolean;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  role: fc.constantFrom('gerente_tienda', 'gestor_abastecimiento'),
  to: fc.constantFrom<Deed['to']>('edit', 'edit', 'edit', ...orderStates),
  looks: fc.boolean(),
});

function contextOf(role: Role, person: number): AuditedContext {
  return { db: database.pool, actor: { id: `persona-${person}`, nombre: 'x', correo: 'x', rol: role }, stores: ['T1'] };
}

/** What was written, by whom, from which version on. */
interface Accepted {
  readonly deed: Deed;
  readonly person: number;
  readonly text: string;
  readonly from: number;
  readonly order: WrittenOrder;
}

type Outcome = WrittenOrder | OrderRefusal;

/** Each person does their deeds one after the other, all people at once. */
async function work(id: string, people: readonly (readonly Deed[])[]): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = [];
  await Promise.all(
    people.map(async (deeds, person) => {
      let version = 1;
      for (const [index, one] of deeds.entries()) {
        const ctx = contextOf(one.role, person);
        if (one.looks) version = (await findOrder({ ctx, input: { id } }))?.version ?? 0;
        const text = `${person}/${index}`;
        const known = { id, version };
        const outcome: Outcome =
          one.to === 'edit'
            ? await editOrder({ ctx, input: { ...known, changes: { observaciones: text } } })
            : await moveOrder({ ctx, input: { ...known, to: one.to, reason: text } });
        if ('refused' in outcome) continue;
        accepted.push({ deed: one, person, text, from: version, order: outcome });
        version = outcome.version;
      }
    }),
  );
  return accepted.toSorted((one, other) => one.order.version - other.order.version);
}

interface HistoryRow {
  readonly usuario_id: string;
  readonly version: number;
  readonly estado: OrderState;
  readonly observaciones: string | null;
  readonly motivo: string | null;
}

const historySql = `
  SELECT usuario_id, (despues ->> 'version')::int AS version, despues ->> 'estado' AS estado,
         despues ->> 'observaciones' AS observaciones, despues ->> 'motivo' AS motivo
  FROM pedidos_historial WHERE pedido_id = $1 AND detalle_id IS NULL AND operacion = 'cambiar' ORDER BY id`;

it('lets each change be made of the version that its maker knows, by whom the state lets, and history tells all of them', async () => {
  const people = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(people, async (deeds) => {
      const header = { ubicacion_id: 'T1', ubicacion_origen_id: 'C1', proveedor_id: null, fecha_entrega: null };
      const [order] = await createOrders({
        ctx: { db: database.pool },
        input: [
          {
            by: contextOf('gerente_tienda', 0),
            header: { ...header, observaciones: null },
            lines: [{ producto_id: 'P1', cantidad_solicitada: '1' }],
          },
        ],
      });
      if (order === undefined || !('id' in order)) throw new Error(JSON.stringify(order));
      const accepted = await work(order.id, deeds);
      let state: OrderState = 'borrador';
      for (const [index, { deed: made, from, order: after }] of accepted.entries()) {
        // One after the other: nobody has written over what they had not seen.
        expect([from, after.version]).toEqual([index + 1, index + 2]);
        const least: Role | undefined =
          made.to === 'edit' ? editingIn(state)?.role : stepsFrom(state).find(({ to }) => to === made.to)?.role;
        expect(least !== undefined && reaches(made.role, least)).toBe(true);
        state = made.to === 'edit' ? state : made.to;
        expect(after.estado).toBe(state);
      }
      const { rows } = await database.pool.query<HistoryRow>(historySql, [order.id]);
      expect(rows.map(({ usuario_id, version, estado }) => [usuario_id, version, estado])).toEqual(
        accepted.map((one) => [`persona-${one.person}`, one.order.version, one.order.estado]),
      );
      expect(rows.map((row, index) => (accepted[index]?.deed.to === 'edit' ? row.observaciones : row.motivo))).toEqual(
        accepted.map(({ text }) => text),
      );
    }),
    { numRuns: 60 },
  );
});
