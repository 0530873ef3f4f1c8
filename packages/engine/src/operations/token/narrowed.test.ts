import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeIncludes } from '../../base/index.ts';
import { roles, storesOf } from '../context.ts';
import { narrowed } from './narrowed.ts';

const role = fc.constantFrom(...roles);
const stores = fc.subarray(['T1', 'T2', 'T3']);
const narrowing = fc.record({
  person: fc.record({ rol: role, stores }),
  token: fc.record({ rol: fc.option(role), stores: fc.option(stores) }),
});

describe('what a token may', () => {
  it('is never more than its person or itself', () => {
    fc.assert(
      fc.property(narrowing, ({ person, token }) => {
        const result = narrowed({ person, token });
        const rank = roles.indexOf(result.rol);
        expect(rank).toBeLessThanOrEqual(roles.indexOf(person.rol));
        expect(rank).toBeLessThanOrEqual(roles.indexOf(token.rol ?? 'super_admin'));
        for (const store of ['T1', 'T2', 'T3', 'T4']) {
          const seen = scopeIncludes(result.stores, store);
          expect(seen).toBe(
            scopeIncludes(storesOf(person.rol, person.stores), store) && (token.stores?.includes(store) ?? true),
          );
        }
      }),
    );
  });

  it('is no role that sees every store, where it is held to some', () => {
    const person = { rol: 'super_admin', stores: [] } as const;
    expect(narrowed({ person, token: { rol: null, stores: ['T1'] } })).toEqual({
      rol: 'gestor_abastecimiento',
      stores: ['T1'],
    });
    expect(narrowed({ person, token: { rol: null, stores: [] } }).stores).toEqual([]);
    expect(narrowed({ person, token: { rol: 'visualizador', stores: null } })).toEqual({
      rol: 'visualizador',
      stores: 'all',
    });
  });
});
