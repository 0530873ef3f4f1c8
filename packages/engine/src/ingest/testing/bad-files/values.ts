import { csv, sale, sold, type BadFile } from './bad-file.ts';

const ambiguous = (says: string) => ({ outcome: 'fallida', error: 'FEED_AMBIGUOUS', says }) as const;
/** Two good lines around one that is not, which is rejected. */
const second = (reject: string) =>
  ({ outcome: 'con_rechazos', counts: '3 = 2 + 1 + 0', rejects: [reject], sales: [sold(1), sold(3)] }) as const;

const timed = (...lines: readonly string[]) =>
  ['tienda,fecha_hora,factura,linea,producto,cantidad,precio', ...lines].join('\n');

/** What is wrong with values: dates, amounts, texts. */
export const badValues: readonly BadFile[] = [
  {
    kind: 'dates written in two ways',
    files: { 'day.csv': csv(sale(1, { fecha: '25/04/2024' }), sale(2, { fecha: '04/25/2024' })) },
    expected: ambiguous(
      'Dates are written in two ways: 25/04/2024 (line 2, fecha) is day/month, 04/25/2024 (line 3, fecha) month/day. Say --date-format D/M/Y or --date-format M/D/Y (in feed.json "formats": {"date": "D/M/Y"}); lines with the other are then rejected.',
    ),
  },
  {
    kind: 'dates of which nothing tells the order',
    files: { 'day.csv': csv(sale(1, { fecha: '05/06/2024' }), sale(2, { fecha: '05/06/2024' })) },
    expected: ambiguous(
      '05/06/2024 (line 2, fecha) may be day/month or month/day, and no other date tells which. Say --date-format D/M/Y or --date-format M/D/Y (in feed.json "formats": {"date": "D/M/Y"}).',
    ),
  },
  {
    kind: 'dates of another order than told',
    files: { 'day.csv': csv(sale(1, { fecha: '07/05/2024' }), sale(2, { fecha: '05/25/2024' })) },
    flags: { feed: 'ventas', formats: { date: 'D/M/Y' } },
    expected: {
      outcome: 'con_rechazos',
      counts: '2 = 1 + 1 + 0',
      rejects: ['3 fecha "05/25/2024" is not a date that exists, written day/month/year'],
      sales: [sold(1)],
    },
  },
  {
    kind: 'a date that is none',
    files: { 'day.csv': csv(sale(1), sale(2, { fecha: '2024-02-30' }), sale(3)) },
    expected: second('3 fecha "2024-02-30" is not a date that exists'),
  },
  {
    kind: "a spreadsheet's number of a day",
    files: { 'day.csv': csv(sale(1), sale(2, { fecha: '45418' }), sale(3)) },
    expected: second('3 fecha "45418" is not a date'),
  },
  {
    kind: 'a date of long ago',
    files: { 'day.csv': csv(sale(1), sale(2, { fecha: '0024-05-07' }), sale(3)) },
    expected: second('3 fecha "0024-05-07" is before 1990'),
  },
  {
    kind: 'numbers written in two ways',
    files: { 'day.csv': csv(sale(1, { precio: '"1.234,56"' }), sale(2, { precio: '"1,234.56"' })) },
    expected: ambiguous(
      'Numbers are written in two ways: 1.234,56 (line 2, precio_unitario) has a decimal comma, 1,234.56 (line 3, precio_unitario) a decimal point. Say --decimal , or --decimal . (in feed.json "formats": {"decimal": ","}); lines with the other are then rejected.',
    ),
  },
  {
    kind: 'numbers of which nothing tells the decimal sign',
    files: { 'day.csv': csv(sale(1, { precio: '1.234' }), sale(2, { precio: '2' })) },
    expected: ambiguous(
      '1.234 (line 2, precio_unitario) may be a thousand or have three decimals, and no other number tells which. Say --decimal , or --decimal . (in feed.json "formats": {"decimal": ","}) (1.234 is then 1234 or 1.234).',
    ),
  },
  {
    kind: 'numbers with another decimal sign than told',
    files: { 'day.csv': csv(sale(1, { precio: '"1,50"' }), sale(2), sale(3, { precio: '"1,50"' })) },
    flags: { feed: 'ventas', formats: { decimal: ',' } },
    expected: second(
      `3 precio_unitario "1.50" is written with a decimal point, and the file's numbers with a decimal comma`,
    ),
  },
  {
    kind: 'amounts that are no numbers',
    files: {
      'day.csv': csv(
        sale(1),
        sale(2, { precio: 'NaN' }),
        sale(3, { cantidad: 'Infinity' }),
        sale(4, { precio: '#N/A' }),
        sale(5, { precio: '1e400' }),
        ...[6, 7, 8].map((line) => sale(line)),
      ),
    },
    expected: {
      outcome: 'con_rechazos',
      counts: '8 = 4 + 4 + 0',
      rejects: [
        '3 precio_unitario "NaN" is not a number',
        '4 cantidad "Infinity" is not a number',
        '5 precio_unitario "#N/A" is not a number',
        '6 precio_unitario "1e400" is not a number',
      ],
      sales: [sold(1), sold(6), sold(7), sold(8)],
    },
  },
  {
    kind: 'returns: negative quantities load',
    files: { 'day.csv': csv(sale(1, { cantidad: '-3' }), sale(2, { cantidad: '(1)' }), sale(3, { cantidad: '1-' })) },
    expected: {
      outcome: 'cargada',
      counts: '3 = 3 + 0 + 0',
      sales: ['-3 -4.5', '-1 -1.5', '-1 -1.5'].map((amounts, index) => sold(index + 1, { amounts })),
    },
  },
  {
    kind: 'quantities that are absurd',
    files: {
      'day.csv': csv(
        sale(1),
        sale(2, { cantidad: '9'.repeat(20) }),
        sale(3, { cantidad: '99999999999', precio: '99999999999' }),
        sale(4),
      ),
    },
    expected: {
      outcome: 'con_rechazos',
      counts: '4 = 2 + 2 + 0',
      rejects: [
        '3 cantidad "99999999999999999999" has more than 12 digits before the decimal sign',
        '4 monto_total "9999999999800000000001.000000000000" is cantidad x precio_unitario, which has more than 12 digits before the decimal sign',
      ],
      sales: [sold(1), sold(4)],
    },
  },
  {
    kind: 'more decimals than there is room for',
    files: { 'day.csv': csv(sale(1), sale(2, { precio: '1.12345678' }), sale(3)) },
    expected: second('3 precio_unitario "1.12345678" has more than 6 decimals'),
  },
  {
    kind: 'a missing amount',
    files: { 'day.csv': csv(sale(1), sale(2, { cantidad: '' }), sale(3)) },
    expected: second('3 cantidad is missing'),
  },
  {
    kind: 'a line number that is none',
    files: { 'day.csv': csv(sale(1), sale(2, { linea: '2.5' }), sale(3)) },
    expected: second('3 linea "2.5" is not a whole number'),
  },
  {
    kind: 'a text that is too long',
    files: { 'day.csv': csv(sale(1), sale(2, { producto: 'x'.repeat(51) }), sale(3)) },
    expected: second(`3 producto_id "${'x'.repeat(51)}" is longer than 50 characters`),
  },
  {
    kind: 'signs that a terminal would obey, in a value',
    files: { 'day.csv': csv(sale(1), sale(2, { cantidad: '\u001b[2Jx' }), sale(3)) },
    expected: second('3 cantidad "\u001b[2Jx" is not a number'),
  },
  {
    kind: 'half of the lines cannot be read',
    files: { 'day.csv': csv(sale(1), sale(2, { cantidad: 'doce' }), sale(3, { cantidad: 'tres' })) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: '2 of 3 lines cannot be loaded (the first: line 3, cantidad "doce" is not a number); nothing was loaded. Mend the file or how it is described, or allow as many with --max-errors 2.',
      counts: '3 = 0 + 2 + 0',
      rejects: ['3 cantidad "doce" is not a number', '4 cantidad "tres" is not a number'],
    },
  },
  {
    kind: 'times that the clock skips, and that are none',
    files: {
      'day.csv': timed(
        'NY,2024-03-10 02:30:00,A,1,P1,1,1',
        'NY,2024-03-10 25:30:00,A,2,P1,1,1',
        'NY,2024-03-10 10:30,A,3,P1,1,1',
      ),
    },
    expected: {
      outcome: 'con_rechazos',
      counts: '3 = 2 + 1 + 0',
      rejects: ['3 fecha_hora "2024-03-10 25:30:00" has a time of day that does not exist'],
      sales: ['NY 2024-03-10 A 1 P1 1 1 07:30', 'NY 2024-03-10 A 3 P1 1 1 14:30'],
    },
  },
  {
    kind: 'an unknown kind of movement',
    files: {
      'movements.csv':
        'tienda,fecha_hora,producto,tipo_movimiento,cantidad\nC1,2024-05-07 10:00,P1,robo,5\nC1,2024-05-07 10:00,P1,entrada,5\n',
    },
    flags: { feed: 'movimientos' },
    expected: {
      outcome: 'con_rechazos',
      counts: '2 = 1 + 1 + 0',
      rejects: ['2 tipo_movimiento "robo" is not one of entrada, salida, ajuste, transferencia'],
    },
  },
  {
    kind: 'a receipt that contradicts itself',
    files: {
      'receipts.csv': [
        'tienda,fecha_hora,factura,linea,producto,cantidad,precio,total_bs',
        'C1,2024-05-07 10:00,A,1,P1,1,1,5',
        'C1,2024-05-07 10:00,A,2,P1,1,1,6',
        'C1,2024-05-07 10:00,B,1,P1,1,1,6',
      ].join('\n'),
    },
    flags: { feed: 'facturas' },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: '2 of 3 lines cannot be loaded (the first: line 2, total_bs "5.00" differs between lines 2 and 3 of its receipt, which is left out as a whole); nothing was loaded. Mend the file or how it is described, or allow as many with --max-errors 2.',
      counts: '3 = 0 + 2 + 0',
      rejects: [
        '2 total_bs "5.00" differs between lines 2 and 3 of its receipt, which is left out as a whole',
        '3 total_bs "6.00" differs between lines 2 and 3 of its receipt, which is left out as a whole',
      ],
    },
  },
];
