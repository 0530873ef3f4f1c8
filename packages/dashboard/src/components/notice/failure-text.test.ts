import { expect, test } from 'vitest';
import { RequestFailure } from '../../client/index.ts';
import { es } from '../../i18n/es.ts';
import { failureText } from './failure-text.ts';

const title = (failure: unknown) => failureText(failure, es).title;

test('every way to fail has its own words', () => {
  expect(title(new RequestFailure('unreachable'))).toBe(es.failure.unreachableTitle);
  expect(title(new RequestFailure('unreadable', { status: 200 }))).toBe(es.failure.unreadableTitle);
  expect(title(new RequestFailure('refused', { status: 500 }))).toBe(es.failure.serverTitle);
  expect(title(new RequestFailure('refused', { status: 502 }))).toBe(es.failure.unreachableTitle);
  expect(title(new RequestFailure('refused', { status: 503, code: 'DATABASE_UNAVAILABLE' }))).toBe(
    es.failure.databaseTitle,
  );
  expect(title(new RequestFailure('refused', { status: 504 }))).toBe(es.failure.slowTitle);
  expect(title(new RequestFailure('refused', { status: 403 }))).toBe(es.failure.forbiddenTitle);
  expect(title(new Error('a fault of ours'))).toBe(es.failure.pageTitle);
});

test('a refused request says what the server says', () => {
  const refused = new RequestFailure('refused', { status: 400, title: 'No válida', detail: 'fecha_fin: falta' });
  expect(failureText(refused, es)).toMatchObject({ title: es.failure.requestTitle, advice: 'fecha_fin: falta' });
});

test('whoever looks into it finds status and request', () => {
  const { reference } = failureText(new RequestFailure('refused', { status: 500, requestId: 'abc' }), es);
  expect(reference).toBe('Código 500 · Solicitud abc');
  expect(failureText(new RequestFailure('unreachable'), es).reference).toBeNull();
});
