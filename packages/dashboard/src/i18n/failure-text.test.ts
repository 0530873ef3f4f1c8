import { expect, test } from 'vitest';
import { ApiProblem } from '../client/index.ts';
import { es } from './es.ts';
import { failureText } from './failure-text.ts';

const title = (failure: unknown) => failureText(failure, es).title;

test('every way to fail has its own words', () => {
  expect(title(new ApiProblem({ kind: 'unreachable' }))).toBe(es.failure.unreachableTitle);
  expect(title(new ApiProblem({ kind: 'unreadable', status: 200 }))).toBe(es.failure.unreadableTitle);
  expect(title(new ApiProblem({ kind: 'refused', status: 500 }))).toBe(es.failure.serverTitle);
  expect(title(new ApiProblem({ kind: 'refused', status: 502 }))).toBe(es.failure.unreachableTitle);
  expect(title(new ApiProblem({ kind: 'refused', status: 503, body: { codigo: 'DATABASE_UNAVAILABLE' } }))).toBe(
    es.failure.databaseTitle,
  );
  expect(title(new ApiProblem({ kind: 'refused', status: 422, body: { codigo: 'NO_EXCHANGE_RATE' } }))).toBe(
    es.failure.noRateTitle,
  );
  expect(title(new ApiProblem({ kind: 'refused', status: 504 }))).toBe(es.failure.slowTitle);
  expect(title(new ApiProblem({ kind: 'refused', status: 403 }))).toBe(es.failure.forbiddenTitle);
  expect(title(new Error('a fault of ours'))).toBe(es.failure.pageTitle);
});

test('a refused request says what the server says', () => {
  const refused = new ApiProblem({
    kind: 'refused',
    status: 400,
    body: { title: 'No válida', detail: 'fecha_fin: falta' },
  });
  expect(failureText(refused, es)).toMatchObject({ title: es.failure.requestTitle, advice: 'fecha_fin: falta' });
});

test('a refused request says which of its fields are wrong, where that is all that is said', () => {
  const campos = [{ campo: 'ubicacion_id', mensaje: 'no hay ninguna tienda «T9»' }];
  const refused = new ApiProblem({ kind: 'refused', status: 400, body: { title: 'No válida', campos } });
  expect(failureText(refused, es).advice).toBe('ubicacion_id: no hay ninguna tienda «T9».');
  const bare = new ApiProblem({ kind: 'refused', status: 400, body: { title: 'No válida' } });
  expect(failureText(bare, es).advice).toBe('No válida');
});

test('whoever looks into it finds status and request', () => {
  const { reference } = failureText(
    new ApiProblem({ kind: 'refused', status: 500, body: { id_solicitud: 'abc' } }),
    es,
  );
  expect(reference).toBe('Código 500 · Solicitud abc');
  expect(failureText(new ApiProblem({ kind: 'unreachable' }), es).reference).toBeNull();
});
