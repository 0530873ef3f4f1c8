import { expect, it } from 'vitest';
import { newDraft, requireNoneLost, type Draft } from './report-draft.ts';

function draftOf(changes: Partial<Draft>): Draft {
  const none = newDraft({ name: 'x.csv', description: {} });
  const units = [
    {
      ubicacionId: 'T1',
      fecha: '2024-05-06',
      outcome: 'igual',
      rows: 2,
      sums: { monto_total: '0.20' },
      message: null,
    } as const,
  ];
  const sums = { read: { monto_total: '10.7' }, loaded: { monto_total: '10.00' }, rejected: { monto_total: '0.4' } };
  return {
    ...none,
    outcome: 'con_rechazos',
    read: 7,
    loaded: 3,
    rejected: 1,
    repeated: 1,
    same: 2,
    sums,
    units,
    ...changes,
  };
}

const repeated = { monto_total: '0.100' };

it('lets a delivery pass of which every line and every amount is found again', () => {
  expect(() => requireNoneLost(draftOf({}), repeated)).not.toThrow();
  expect(() => requireNoneLost(draftOf({ outcome: 'fallida', read: 99 }), repeated)).not.toThrow();
});

it('stops one that has lost a line, or a cent', () => {
  expect(() => requireNoneLost(draftOf({ read: 8 }), repeated)).toThrow('x.csv: of 8 lines');
  expect(() => requireNoneLost(draftOf({}), { monto_total: '0.11' })).toThrow('together {"monto_total":"10.71"}');
});
