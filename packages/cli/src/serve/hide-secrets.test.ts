import { pino } from 'pino';
import { expect, it } from 'vitest';
import { secretsHider } from './hide-secrets.ts';

const password = 'p@ss:w0rd';
const url = `postgres://fluxion:${encodeURIComponent(password)}@db.example.com:5432/fluxion`;
const token = `fx_${'a'.repeat(43)}`;

/** What the log holds of it. */
function logged(...line: Parameters<ReturnType<typeof pino>['info']>): string {
  let text = '';
  const hide = secretsHider([url, 'metrics-token', 'https://sentrykey@sentry.example.com/1', undefined]);
  const logger = pino({ hooks: { streamWrite: hide } }, { write: (written: string) => void (text += written) });
  logger.info(...line);
  expect(JSON.parse(text)).toHaveProperty('level', 30);
  return text;
}

it.each([
  ['an address with its password', [`No usable PostgreSQL at ${url}`], ['p%40ss', 'w0rd']],
  ['a password by itself', [`password ${password} failed`], [password]],
  ['an address with it as a parameter', ['postgres://u@host/db?sslmode=require&password=other-pass'], ['other-pass']],
  ['another address with a password', ['redis://u:other-pass@host/1'], ['other-pass']],
  ['the header that signs in', [`sent Authorization: Bearer ${token}`], [token]],
  ['a token, wherever it is', [{ url: `/ventas?token=${token}` }, 'x'], [token]],
  ['a session', [`fluxion_sesion=fs_${'b'.repeat(43)}`], ['bbbb']],
  ['a one-time link', [`#enlace=fe_${'c'.repeat(43)}`], ['cccc']],
  [
    'fields that are secret by their name',
    [{ clave: 'hola "y" adiós', cookie: 'k=v', password: 'x-y-z' }],
    ['adiós', 'k=v', 'x-y-z'],
  ],
  ['an error and its cause', [{ err: new Error(`at ${url}`, { cause: new Error(token) }) }], ['w0rd', token]],
  ['the token of /metrics', ['metrics-token'], ['metrics-token']],
  ["Sentry's key", ['https://sentrykey@sentry.example.com/1'], ['sentrykey']],
] as [string, Parameters<typeof logged>, string[]][])('hides %s', (_what, line, secrets) => {
  const text = logged(...line);
  expect(text).toContain('[hidden]');
  for (const secret of secrets) expect(text).not.toContain(secret);
});

it('leaves everything else as it is', () => {
  const text = logged({ route: '/ventas/:id', codigo: 'C-1', host: 'db.example.com:5432' }, 'answered at 10:30@noon');
  expect(JSON.parse(text)).toMatchObject({ route: '/ventas/:id', codigo: 'C-1', host: 'db.example.com:5432' });
  expect(text).not.toContain('[hidden]');
});
