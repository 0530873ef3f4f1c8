import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

const limits = { minimum: '10', reorder: '25', maximum: '100' };

test('a gauge leaves room above the maximum', () => {
  expect(levelOf({ ...limits, quantity: '50' })).toEqual({ fill: 0.4, marks: [0.08, 0.2, 0.8] });
});

test('a gauge is empty below zero, and full from a quarter above the maximum', () => {
  expect(levelOf({ ...limits, quantity: '-4' }).fill).toBe(0);
  expect(levelOf({ ...limits, quantity: '125' }).fill).toBe(1);
  expect(levelOf({ ...limits, quantity: '900' }).fill).toBe(1);
});

test('a gauge has a mark for each limit that there is', () => {
  expect(levelOf({ ...limits, reorder: null, quantity: '1' }).marks).toEqual([0.08, 0.8]);
  expect(levelOf({ minimum: '0', reorder: null, maximum: '0', quantity: '3' })).toEqual({ fill: 1, marks: [] });
});
