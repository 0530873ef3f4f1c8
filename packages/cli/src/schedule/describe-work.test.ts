import { expect, it } from 'vitest';
import { describeWork } from './describe-work.ts';

it('does not say that nothing is due where another process has just looked', () => {
  expect(describeWork({ planificadas: 0, cargas: [] })).toBe('There is nothing to load now.');
  expect(describeWork({ planificadas: null, cargas: [] })).toContain('Run it again in a minute');
});
