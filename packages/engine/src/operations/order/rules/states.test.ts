import { describe, expect, it } from 'vitest';
import { roles } from '../../context.ts';
import { allowedTo, editingIn, orderStates, stepsFrom } from './states.ts';

/** Every step there is: from, to, the least role, and whether it needs a reason. What is not here must not be possible. */
const expected = `
  borrador solicitado gerente_tienda
  borrador cancelado gerente_tienda
  solicitado borrador gerente_tienda
  solicitado aprobado gestor_abastecimiento
  solicitado rechazado gestor_abastecimiento reason
  solicitado cancelado gerente_tienda
  aprobado en_preparacion gestor_abastecimiento
  aprobado cancelado gestor_abastecimiento reason
  en_preparacion en_transito gestor_abastecimiento
  en_preparacion cancelado gestor_abastecimiento reason
  en_transito recibido gerente_tienda`
  .trim()
  .split('\n')
  .map((line) => line.trim());

describe('the states of an order', () => {
  it('follow each other as told, and in no other way', () => {
    const steps = orderStates.flatMap((from) =>
      stepsFrom(from).map(({ to, role, reason }) => [from, to, role, ...(reason === true ? ['reason'] : [])].join(' ')),
    );
    expect(steps.toSorted()).toEqual(expected.toSorted());
  });

  it.each(orderStates.flatMap((state) => roles.map((role) => [role, state] as const)))(
    'let a %s do with one that is %s what its role and those below may',
    (role, state) => {
      const lower = roles.slice(0, roles.indexOf(role) + 1);
      const next = expected.flatMap((line) => {
        const [from = '', to = '', least = ''] = line.split(' ');
        return from === state && lower.some((name) => name === least) ? [to] : [];
      });
      expect(allowedTo(role, state).next.toSorted()).toEqual(next.toSorted());
    },
  );

  it('all come from a draft, and each order can still end', () => {
    const reachable = (from: (typeof orderStates)[number], seen = new Set([from])): typeof seen => {
      for (const { to } of stepsFrom(from)) if (!seen.has(to)) reachable(to, seen.add(to));
      return seen;
    };
    expect([...reachable('borrador')].toSorted()).toEqual(orderStates.toSorted());
    const final = orderStates.filter((state) => stepsFrom(state).length === 0);
    expect(final.toSorted()).toEqual(['cancelado', 'rechazado', 'recibido']);
    for (const state of orderStates) expect(final.some((end) => reachable(state).has(end))).toBe(true);
  });
});

describe('what may be changed', () => {
  it('is the number that is decided in the state, by those who decide it', () => {
    expect(orderStates.map((state) => [state, editingIn(state)?.role, editingIn(state)?.quantity])).toEqual([
      ['borrador', 'gerente_tienda', 'cantidad_solicitada'],
      ['solicitado', 'gestor_abastecimiento', 'cantidad_aprobada'],
      ['aprobado', 'gestor_abastecimiento', 'cantidad_aprobada'],
      ['rechazado', undefined, undefined],
      ['en_preparacion', 'gestor_abastecimiento', 'cantidad_aprobada'],
      ['en_transito', 'gerente_tienda', 'cantidad_recibida'],
      ['recibido', undefined, undefined],
      ['cancelado', undefined, undefined],
    ]);
  });

  it('is told to those alone who may', () => {
    for (const state of orderStates) {
      for (const role of roles) {
        const { editing } = allowedTo(role, state);
        const least = editingIn(state)?.role;
        const may = least !== undefined && roles.indexOf(role) >= roles.indexOf(least);
        expect({ state, role, editing: editing !== undefined }).toEqual({ state, role, editing: may });
      }
    }
  });

  it('has lines come and go in a draft only', () => {
    expect(orderStates.filter((state) => editingIn(state)?.lines === true)).toEqual(['borrador']);
  });
});
