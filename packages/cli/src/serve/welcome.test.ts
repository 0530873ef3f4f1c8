import { expect, it } from 'vitest';
import { welcome } from './welcome.ts';

const facts = {
  version: '0.1.0',
  origin: 'http://localhost:8001',
  token: 'fx_secret',
  link: 'fe_secret',
  databaseVersion: '18.4',
  embeddedIn: undefined,
  lastDate: '2026-02-17',
};

it('asks for the month of the last sales', () => {
  const { text, json } = welcome(facts);
  const curl =
    "curl -s -H 'Authorization: Bearer fx_secret' 'http://localhost:8001/estadisticas?fecha_inicio=2026-02-01&fecha_fin=2026-02-17'";
  expect(text).toContain(`\n  ${curl}\n`);
  expect(text).toContain('\n  http://localhost:8001/app/#token=fx_secret\n');
  expect(text).toContain('\n  http://localhost:8001/app/#enlace=fe_secret\n');
  expect(json).toEqual({
    address: 'http://localhost:8001',
    dashboard: 'http://localhost:8001/app/#token=fx_secret',
    password: 'http://localhost:8001/app/#enlace=fe_secret',
    token: 'fx_secret',
    curl,
    lastDate: '2026-02-17',
  });
});

it('asks for the stores while there are no sales', () => {
  expect(welcome({ ...facts, lastDate: undefined }).text).toContain("'http://localhost:8001/ubicaciones'");
});

it('prints no secret once an administrator has a password', () => {
  const { text, json } = welcome({ ...facts, token: undefined, link: undefined });
  expect(text).toContain('\n  http://localhost:8001/app/\n');
  expect(text).not.toContain('#');
  expect(json).toMatchObject({ dashboard: 'http://localhost:8001/app/', password: null, token: null, curl: null });
});
