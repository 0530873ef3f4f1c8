import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../sources/index.ts';
import { caracas, interpretTexts, outcomes, sale, without } from './testing/interpret-texts.ts';

describe('interpret', () => {
  it('makes typed rows and counts and sums them', async () => {
    const tried = await interpretTexts({ rows: [sale(), sale({ fecha_hora: '2024-05-03 22:15:00', linea: '7' })] });
    expect(tried.rejects).toEqual([]);
    expect(tried.loaded[1]).toEqual({
      line: '3',
      ubicacion_id: 'TIENDA_01',
      fecha: '2024-05-03',
      fecha_hora: '2024-05-04 02:15:00+00',
      numero_factura: null,
      linea: 7,
      producto_id: 'P1',
      cantidad: '2.000000',
      precio_unitario: null,
      costo_unitario: null,
      monto_total: '10.500000',
    });
    expect(tried).toMatchObject({
      recognised: { dateOrder: 'ymd', decimal: '.', timezone: 'America/Caracas' },
      rows: 2,
      rejected: 0,
      repeated: 0,
      sums: { cantidad: '4', monto_total: '21' },
    });
  });

  it('rejects a line for its first field at fault, with what can be read of it', async () => {
    const value = `x${'y'.repeat(300)}`;
    const rows = [
      sale(),
      sale({ cantidad: ' x ', monto_total: value }),
      sale({ fecha: 'z', cantidad: '7', monto_total: '1.25' }),
    ];
    const tried = await interpretTexts({ rows });
    expect(tried.rejects).toEqual([
      {
        line: '3',
        field: 'cantidad',
        value: ' x ',
        reason: 'is not a number',
        ubicacion_id: 'TIENDA_01',
        fecha: '2024-05-03',
        cantidad: null,
        monto_total: null,
      },
      {
        line: '4',
        field: 'fecha',
        value: 'z',
        reason: 'is not a date',
        ubicacion_id: 'TIENDA_01',
        fecha: null,
        cantidad: '7.000000',
        monto_total: '1.250000',
      },
    ]);
    expect(tried).toMatchObject({ rows: 1, rejected: 2, sums: { cantidad: '9', monto_total: '11.75' } });
    const long = await interpretTexts({ rows: [sale({ monto_total: value })] });
    expect(String(long.rejects[0]?.['value'])).toHaveLength(200);
  });

  it('finds stores by id, else by code', async () => {
    const stores = [caracas, { id: 'X', codigo: 'TIENDA_01', zona_horaria: 'America/Caracas' }];
    const rows = ['TIENDA_01', '001', ' 001 ', 'X', '099', null].map((ubicacion_id) => sale({ ubicacion_id }));
    expect(outcomes(await interpretTexts({ rows, stores }), 'ubicacion_id')).toEqual([
      'TIENDA_01',
      'TIENDA_01',
      'TIENDA_01',
      'X',
      'ubicacion_id is not in ubicaciones, neither as an id nor as a code',
      'ubicacion_id is missing',
    ]);
  });

  it('tells more stores apart than are compared one by one', async () => {
    const stores = Array.from({ length: 40 }, (_, index) => ({ ...caracas, id: `T${index}`, codigo: String(index) }));
    const rows = stores.map(({ codigo }) => sale({ ubicacion_id: codigo }));
    expect(outcomes(await interpretTexts({ rows, stores }), 'ubicacion_id')).toEqual(stores.map(({ id }) => id));
  });

  it('takes store and date of the delivery for those of its lines, and rejects others', async () => {
    const other = { ...caracas, id: 'TIENDA_02', codigo: '002' };
    const description = { store: '001', date: '2024-05-03' };
    const rows = [sale(), sale({ ubicacion_id: '002' }), sale({ fecha: '2024-05-04' })];
    expect(outcomes(await interpretTexts({ rows, description, stores: [caracas, other] }), 'fecha')).toEqual([
      '2024-05-03',
      'ubicacion_id is not TIENDA_01, the store of this delivery',
      'fecha is not of 2024-05-03',
    ]);
    const bare = await interpretTexts({ rows: [{ producto_id: 'P', cantidad: '1', monto_total: '2' }], description });
    expect(bare.loaded[0]).toMatchObject({ ubicacion_id: 'TIENDA_01', fecha: '2024-05-03' });
    await expect(interpretTexts({ rows: [sale()], description: { store: 'Z' } })).rejects.toMatchObject({
      code: 'FEED_REFUSED',
      message: expect.stringContaining('The store Z is not in ubicaciones'),
    });
  });

  it('refuses zones that do not exist', async () => {
    const row = sale({ fecha_hora: '2024-05-03 10:00' });
    await expect(
      interpretTexts({ rows: [row], stores: [{ ...caracas, zona_horaria: 'Mars/Base' }] }),
    ).rejects.toMatchObject({
      code: 'FEED_REFUSED',
      message: expect.stringContaining('TIENDA_01 has the time zone Mars/Base'),
    });
  });

  it('reads texts, truths and choices', async () => {
    const master = (texts: Record<string, string>) => ({ codigo: 'C', descripcion: 'D', categoria: 'E', ...texts });
    const rows = [
      master({ activo: 'SÍ', descripcion: '\u00a0Azúcar  \t', abc_classification: 'b' }),
      master({ activo: 'Inactivo', codigo: 'ñ'.repeat(50) }),
      master({ activo: 'vigente' }),
      master({ activo: 'quizás' }),
      master({ codigo: 'ñ'.repeat(51) }),
      master({ codigo: 'a\0b' }),
      master({ abc_classification: 'Z' }),
      master({ categoria: ' - ' }),
    ];
    const description = { values: { trueTexts: ['Vigente'], nullTexts: ['-'] } };
    const tried = await interpretTexts({ feed: feeds.productos, rows, description });
    expect(tried.loaded[0]).toMatchObject({ descripcion: 'Azúcar', activo: true, abc_classification: 'B' });
    expect(outcomes(tried, 'activo')).toEqual([
      true,
      false,
      true,
      'activo is neither yes nor no',
      'codigo is longer than 50 characters',
      'codigo has a NUL character',
      'abc_classification is not one of A, B, C',
      'categoria is missing',
    ]);
  });

  it('holds minimums', async () => {
    const rows = ['5', '-1', '(1)'].map((precio_venta) => ({ ubicacion_id: '001', producto_id: 'P', precio_venta }));
    expect(outcomes(await interpretTexts({ feed: feeds.precios, rows }), 'precio_venta')).toEqual([
      '5.0000',
      'precio_venta is less than 0',
      'precio_venta is less than 0',
    ]);
  });

  it('takes constants for columns and defaults for what is missing', async () => {
    const rest = without(sale(), 'fecha', 'cantidad');
    const rows = [
      { ...rest, precio_unitario: null },
      { ...rest, precio_unitario: '3.5' },
    ];
    const tried = await interpretTexts({
      rows,
      constants: { fecha: '2024-05-02', cantidad: '1' },
      defaults: { precio_unitario: '9.25' },
    });
    expect(tried.loaded).toMatchObject([
      { fecha: '2024-05-02', cantidad: '1.000000', precio_unitario: '9.250000' },
      { fecha: '2024-05-02', cantidad: '1.000000', precio_unitario: '3.500000' },
    ]);
  });

  it('derives an amount that the feed lacks, if that is exact', async () => {
    const line = (cantidad: string, precio_unitario: string | null) =>
      without(sale({ cantidad, precio_unitario }), 'monto_total');
    const rows = [
      line('3', '1.25'),
      line(' 3', '1.25'),
      line('0.0001', '0.001'),
      line('999999999999', '2'),
      line('3', null),
    ];
    const tried = await interpretTexts({ rows });
    expect(outcomes(tried, 'monto_total')).toEqual([
      '3.750000',
      '3.750000',
      'monto_total is cantidad x precio_unitario with more than the 6 decimals that it may have',
      'monto_total is cantidad x precio_unitario, which has more than 12 digits before the decimal sign',
      'monto_total is missing, as cantidad or precio_unitario is',
    ]);
    const rounded = await interpretTexts({
      rows: [line('0.005', '0.0001')],
      description: { values: { excessDecimals: 'round' } },
    });
    expect(rounded.loaded[0]).toMatchObject({ monto_total: '0.000001' });
  });

  it('drops lines that the source repeated, and no others', async () => {
    const line = (numero_factura: string | null, linea: string | null, monto_total = '5.00') =>
      sale({ numero_factura, linea, cantidad: '1', monto_total });
    const rows = [
      line('1', '1'),
      line('1', '2'),
      line('1', '1', '5.0'),
      line('1', '2', '6'),
      line('2', null),
      line('2', null),
      line('1', '1'),
    ];
    const tried = await interpretTexts({ rows });
    expect(tried).toMatchObject({ rows: 5, repeated: 2, repeatedSums: { cantidad: '2', monto_total: '10' } });
    expect(tried.loaded.map(({ line: number }) => number)).toEqual(['2', '3', '5', '6', '7']);
    expect(tried.sums).toEqual({ cantidad: '7', monto_total: '36' });
    const unnumbered = await interpretTexts({ rows: rows.map((row) => without(row, 'linea')) });
    expect(unnumbered).toMatchObject({ rows: 7, repeated: 0 });
    const ascending = await interpretTexts({ rows: [line('F999', '1'), line('F999', '2'), line('F1000', '1')] });
    expect(ascending.repeated).toBe(0);
  });

  it('takes an empty delivery', async () => {
    const tried = await interpretTexts({ rows: [], description: { store: '001', date: '2024-05-03' } });
    expect(tried).toMatchObject({ rows: 0, rejected: 0, sums: { cantidad: '0', monto_total: '0' } });
  });

  it('reads the usual forms as it reads all others', async () => {
    const text = (pattern: RegExp) => fc.option(fc.stringMatching(pattern), { freq: 8 });
    const row = fc.record({
      ubicacion_id: fc.constantFrom('001', 'TIENDA_01', 'nada'),
      fecha: text(/^(2024-0[1-6]-[0-3]\d|\d{4}-\d\d-\d\d|[1-3]\d\/0[1-6]\/2024)$/),
      fecha_hora: text(/^2024-0[1-6]-[0-2]\d [0-2]\d:[0-5]\d:[0-6]\d$/),
      numero_factura: text(/^[ A-Zñ0-9]{0,52}$/),
      linea: text(/^-?\d{1,11}$/),
      producto_id: text(/^[A-Z]\d{1,3}$/),
      cantidad: text(/^-?\d{1,13}(\.\d{1,7})?$/),
      monto_total: text(/^-?\d{1,3}(\.\d{1,2}|e\d|_\d)?$/),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 50, maxLength: 200 }), async (rows) => {
        const all = [sale({ fecha: '31/05/2024', cantidad: '0.5' }), ...rows];
        const usual = await interpretTexts({ rows: all });
        // A blank at its end makes any text an unusual one.
        const odd = await interpretTexts({
          rows: all.map((one) =>
            Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value && `${value} `])),
          ),
        });
        expect(odd.loaded).toEqual(usual.loaded);
        expect(odd.rejects.map((reject) => ({ ...reject, value: '' }))).toEqual(
          usual.rejects.map((reject) => ({ ...reject, value: '' })),
        );
        expect(odd).toMatchObject({
          sums: usual.sums,
          rows: usual.rows,
          repeated: usual.repeated,
          recognised: usual.recognised,
        });
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 30_000);
});
