import { expect, test } from 'vitest';
import { ApiProblem } from '../../../client/index.ts';
import { faultOf } from './fault.ts';

const refused = (detail: string) => new ApiProblem({ kind: 'refused', status: 422, body: { detail } });
const wrong = refused('No hay ninguna columna. (línea 1, columna 8)');

test('what is wrong is found in the draft, whatever space stands around the statement', () => {
  const draft = '\n  SELECT nada\n';
  const { from, to } = faultOf(wrong, 'SELECT nada', draft) ?? { from: 0, to: 0 };
  expect(draft.slice(from, to)).toBe('nada');
});

test('nothing is marked in another draft, without a place, or where the server is not to be reached', () => {
  expect(faultOf(wrong, 'SELECT nada', 'SELECT algo')).toBeNull();
  expect(faultOf(refused('Debe ser un solo SELECT.'), 'SELECT 1', 'SELECT 1')).toBeNull();
  expect(faultOf(new ApiProblem({ kind: 'unreachable' }), 'SELECT 1', 'SELECT 1')).toBeNull();
  expect(faultOf(null, 'SELECT 1', 'SELECT 1')).toBeNull();
});
