import { expect, it } from 'vitest';
import { askedOf } from './asked.ts';

const none = { check: false, unit: [], noting: undefined } as const;

it.each([
  [[], none, { verb: 'status', tables: [], check: false }],
  [['status'], { ...none, check: true }, { verb: 'status', tables: [], check: true }],
  [['sync'], none, { verb: 'sync', tables: [], check: false }],
  [['rebuild', 'a', 's.b'], none, { verb: 'rebuild', tables: ['a', 's.b'], check: false }],
  [['add', 'sales'], none, { verb: 'add', table: { name: 'sales', unit: [] } }],
  [
    ['add', 'sales'],
    { ...none, unit: ['store, day', 'till'] },
    { verb: 'add', table: { name: 'sales', unit: ['store', 'day', 'till'] } },
  ],
  [
    ['add', 'sales'],
    { ...none, noting: 'writers' },
    { verb: 'add', table: { name: 'sales', unit: [], noting: 'writers' } },
  ],
  [['remove', 'sales'], none, { verb: 'remove', name: 'sales' }],
] as const)('understands %j with %j', (words, options, asked) => {
  expect(askedOf(words, options)).toEqual(asked);
});

it.each([
  [['stauts'], none, '`fluxion mirror` cannot stauts; did you mean status?'],
  [['frobnicate'], none, '`fluxion mirror` cannot frobnicate; it is one of status, sync, rebuild, add, remove'],
  [['add'], none, '`fluxion mirror add` needs a TABLE'],
  [['add', 'a', 'b'], none, '`fluxion mirror add` does not know what to do with "b"'],
  [['status', 'a'], none, '`fluxion mirror status` does not know what to do with "a"'],
  [['add', 'a'], { ...none, check: true }, '`fluxion mirror add` takes no --check'],
  [['remove', 'a'], { ...none, unit: ['b'] }, '`fluxion mirror remove` takes no --unit'],
  [['sync'], { ...none, noting: 'writers' }, '`fluxion mirror sync` takes no --noting'],
  [['add', 'a'], { ...none, unit: ['b,'] }, '--unit COLUMN,COLUMN cannot be read from "b,"'],
] as const)('refuses %j with %j', (words, options, message) => {
  expect(() => askedOf(words, options)).toThrow(message);
});
