import { expect, test } from 'vitest';
import type { Source } from '../../../client/index.ts';
import type { Bucket, Tally } from '../model/index.ts';
import { exportOf } from './export-of.ts';
import { linesOf } from './lines.ts';

const tally = (amount: string): Tally => ({ amount, units: '1', margin: '1', receipts: 1, lines: 1, returned: 0 });
const days = (from: string, to = from) => ({ from, to });

test('the line of the days compared with stands beneath, each point with its own date', () => {
  const buckets: Bucket[] = [
    {
      start: '2025-10-27',
      range: days('2025-10-28', '2025-11-02'),
      now: tally('10.5'),
      comparedWith: days('2025-10-21', '2025-10-26'),
      before: null,
    },
  ];
  const input = { buckets, measure: 'ventas', names: { now: 'ahora', before: 'antes' }, write: String } as const;
  expect(linesOf({ ...input, before: days('2025-10-21', '2025-10-26') })).toEqual([
    { id: 'now', name: 'ahora', look: 'main', points: [{ date: '2025-10-27', value: 10.5, text: '10.5' }] },
    {
      id: 'before',
      name: 'antes',
      look: 'compared',
      points: [{ date: '2025-10-27', value: null, text: 'null', of: '2025-10-21' }],
    },
  ]);
  expect(linesOf({ ...input, before: null }).map(({ id }) => id)).toEqual(['now']);
});

test('weeks and months are exported as such, days as they were asked for', () => {
  const source: Source = {
    id: 'compararVentasPorDia',
    request: { query: { fecha_inicio: '2025-10-01', ubicacion_id: ['T1'] } },
    engine: 'mirror',
    asOf: null,
    requestId: null,
    etag: null,
  };
  expect(exportOf(source, 'dia')).toBe(source);
  expect(exportOf(source, 'semana')).toEqual({
    ...source,
    id: 'verSerieVentas',
    request: { query: { fecha_inicio: '2025-10-01', ubicacion_id: ['T1'], por: 'semana' } },
  });
});
