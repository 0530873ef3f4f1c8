import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { environments } from '../../testing/synthesise.ts';
import { connectionsOf, pools } from './connections.ts';

const operation = readFileSync(new URL('../../../../../docs/operation.md', import.meta.url), 'utf8');

test('the pools are those of docs/operation.md', () => {
  const rows = operation.matchAll(/^\| `(fluxion[a-z-]*)` *\| (\d+) /gm);
  expect(pools).toEqual(Object.fromEntries([...rows].map(([, name, most]) => [name, Number(most)])));
});

test('both environments, at their largest and in a deploy, get by with what RDS gives 4 GB', () => {
  for (const settings of Object.values(environments))
    expect(connectionsOf(settings)).toMatchObject({
      allowed: 450,
      needed: expect.toSatisfy((needed) => needed <= 450),
    });
});

test('more tasks are given more', () => {
  const { api, loads } = environments.production;
  const { allowed, needed } = connectionsOf({ loads, api: { ...api, maxTasks: 10 } });
  expect(allowed).toBe(needed);
  expect(allowed).toBeGreaterThan(10 * pools['fluxion-api'] * 2);
});
