import { roles, type Role } from '@fluxion/engine/operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationsOf, type DescribedOperation } from '../testing/operations-of.ts';
import { openTestChain, type TestChain } from '../testing/test-chain.ts';
import { likelyRequest } from './testing/likely-request.ts';

let chain: TestChain;
let operations: readonly DescribedOperation[];

beforeAll(async () => {
  chain = await openTestChain();
  operations = operationsOf(chain.server.swagger());
});
afterAll(() => chain.close());

interface Answered {
  readonly status: number;
  /** Why, where it is told: what is refused by its role is not. */
  readonly detail: string | undefined;
}

async function send(operation: DescribedOperation, token?: string): Promise<Answered> {
  const request = likelyRequest(operation, { id: 'no-such-id' });
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await chain.server.inject({ ...request, headers: { ...request.headers, ...authorization } });
  const { detail } = answer.statusCode === 403 ? answer.json<{ detail?: string }>() : {};
  return { status: answer.statusCode, detail };
}

/** What a role gets: through, or the refusal. API tokens are nobody in person. */
function expected(permission: string, role: Role): 'through' | 403 {
  if (permission === 'public' || permission === 'signed in') return 'through';
  if (permission === 'in person') return 403;
  return roles.indexOf(role) >= roles.indexOf(permission as Role) ? 'through' : 403;
}

it('knows every permission that an operation declares', () => {
  const known = ['public', 'signed in', 'in person', ...roles];
  expect(operations.filter((one) => !known.includes(one['x-fluxion-permiso']))).toEqual([]);
  expect(operations.length).toBeGreaterThan(50);
});

it('lets nobody in who is not signed in, but where all may', async () => {
  for (const operation of operations) {
    const { operationId, 'x-fluxion-permiso': permission } = operation;
    for (const token of [undefined, 'fx_x', `fx_${'a'.repeat(43)}`]) {
      const isRefused = (await send(operation, token)).status === 401;
      // Signing in answers so too, to who cannot.
      const mayBeEither = operationId === 'abrirSesion' || operationId === 'usarEnlace';
      expect([operationId, isRefused || mayBeEither]).toEqual([operationId, permission !== 'public' || mayBeEither]);
    }
  }
});

it.each(roles)('lets %s do what the role may, and nothing else', async (role) => {
  const token = await chain.tokenOf(role, ['T1']);
  for (const operation of operations) {
    const { status, detail } = await send(operation, token);
    const permission = operation['x-fluxion-permiso'];
    // What lets others in, and what is done to administrators, they do in person: the role may, its key may not.
    const isOfKey = permission === 'super_admin' && detail?.includes('en una sesión abierta con') === true;
    const got = status === 403 && !isOfKey ? 403 : 'through';
    expect([operation.operationId, status, got]).toEqual([operation.operationId, status, expected(permission, role)]);
  }
});
