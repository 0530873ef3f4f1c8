import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { createFramework } from './framework.ts';
import { enforceRouteRules } from './route-rules.ts';

function serverWithRules() {
  const app = createFramework({});
  app.addSchema({ $id: 'Problem', type: 'object' });
  return { app, refuseOtherMethods: enforceRouteRules(app) };
}

const response = { 200: Type.Null() };

describe('a route', () => {
  it('without a permission does not start', () => {
    const { app } = serverWithRules();
    expect(() => app.get('/x', { schema: { response } }, () => null)).toThrow('GET /x declares no permission');
  });

  it('without a schema does not start', () => {
    const { app } = serverWithRules();
    const config = { permission: 'signed in' } as const;
    expect(() => app.get('/x', { config }, () => null)).toThrow('GET /x declares no schema');
  });

  it('without the form of its answers does not start', () => {
    const { app } = serverWithRules();
    const config = { permission: 'signed in' } as const;
    expect(() => app.get('/x', { config, schema: {} }, () => null)).toThrow('GET /x declares no answers');
  });

  it('answers other methods with 405 and those it has', async () => {
    const { app, refuseOtherMethods } = serverWithRules();
    const options = { config: { permission: 'public' }, schema: { response } } as const;
    app.get('/x', options, () => null);
    app.delete('/x', options, () => null);
    refuseOtherMethods();
    const answers = await Promise.all(
      (['POST', 'PUT', 'PATCH', 'OPTIONS'] as const).map((method) => app.inject({ method, url: '/x' })),
    );
    for (const answer of answers) {
      expect(answer.statusCode).toBe(405);
      expect(answer.headers.allow).toBe('DELETE, GET, HEAD');
      expect(answer.json()).toMatchObject({ codigo: 'METHOD_NOT_ALLOWED' });
    }
    expect((await app.inject({ method: 'DELETE', url: '/x' })).statusCode).toBe(200);
  });
});
