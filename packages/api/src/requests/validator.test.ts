import {
  buscarProductos,
  CrearPedidoRequest,
  listarAuditoria,
  listarVentas,
  MoverPedidoRequest,
  resumirVentas,
  SesionRequest,
  verEstadisticas,
} from '@fluxion/contract';
import * as fc from 'fast-check';
import type { TSchema } from 'typebox';
import { beforeAll, describe, expect, it } from 'vitest';
import { RequestProblem } from '../problems/problem.ts';
import { compileValidator, registerFormats } from './validator.ts';

beforeAll(registerFormats);

function validate(schema: TSchema, httpPart: string, value: unknown): unknown {
  return compileValidator({ schema, httpPart, method: 'GET', url: '/' })(value);
}

function query(schema: TSchema, value: unknown): unknown {
  return validate(schema, 'querystring', value);
}

describe('queries', () => {
  it('are read from text into what the schema says', () => {
    const received = { limite: '7', ubicacion_id: 'TIENDA_01', fecha_inicio: '2024-02-29' };
    expect(query(listarVentas.query, received)).toEqual({
      value: { limite: 7, ubicacion_id: ['TIENDA_01'], fecha_inicio: '2024-02-29' },
    });
  });

  it('may repeat the store', () => {
    expect(query(verEstadisticas.query, { ubicacion_id: ['a', 'b'] })).toEqual({ value: { ubicacion_id: ['a', 'b'] } });
  });

  it.each([
    ['fecha_inicio', '2024-02-30'],
    ['fecha_inicio', '0000-01-01'],
    ['fecha_inicio', '2024-2-3'],
    ['fecha_fin', ''],
    ['fecha_fin', 'ayer'],
    ['fecha_fin', ['2024-01-01', '2024-01-02']],
    ['limite', '0'],
    ['limite', '1001'],
    ['limite', '-1'],
    ['limite', '5.5'],
    ['limite', '1e2'],
    ['limite', '0x10'],
    ['limite', ' 5'],
    ['limite', 'true'],
    ['limite', ''],
    ['limite', '9'.repeat(40)],
    ['limite', ['1', '2']],
    ['cursor', ''],
    ['cursor', 'á'],
    ['ubicacion_id', ''],
    ['ubicacion_id', 'a\0b'],
    ['ubicacion_id', 'x'.repeat(51)],
    ['ubicacion_id', Array.from({ length: 501 }, String)],
    ['q', ['a', 'b']],
    ['desconocido', '1'],
    ['Fecha_Inicio', '2024-01-01'],
    ['constructor', '1'],
  ])('with %s = %j are refused by name', (campo, value) => {
    const outcome = query(listarVentas.query, { [campo]: value });
    expect(outcome).toMatchObject({ error: { problem: 'INVALID_REQUEST', fields: [{ campo }] } });
  });

  it.each<[TSchema, object, string, string]>([
    [
      listarVentas.query,
      { formato: 'pdf' },
      'formato',
      'debe ser uno de: json, ndjson, csv, excel, xlsx, parquet, arrow, sql',
    ],
    [listarVentas.query, { q: 'a\0b' }, 'q', 'no puede contener el carácter nulo (U+0000)'],
    [listarVentas.query, { q: '' }, 'q', 'no puede estar vacío'],
    [resumirVentas.query, { al_menos: 'x' }, 'al_menos', 'debe ser el X-Fluxion-Snapshot de una respuesta anterior'],
    [
      listarAuditoria.query,
      { desde: 'ayer' },
      'desde',
      'debe ser un instante en UTC que exista, p. ej. 2026-01-31T00:00:00Z',
    ],
    [SesionRequest, { correo: 'x' }, 'correo', 'debe tener 3 caracteres o más'],
    [SesionRequest, { correo: 'ana' }, 'correo', 'debe ser una dirección de correo, p. ej. ana@cadena.example'],
  ])('say what they should have been: %#', (schema, received, campo, mensaje) => {
    const outcome = query(schema, received);
    expect(outcome).toMatchObject({ error: { fields: [{ campo, mensaje }] } });
  });

  it('name every wrong parameter once', () => {
    const outcome = query(buscarProductos.query, { limite: 'x', q: '', otra: '1' });
    const fields = ['limite', 'otra', 'q'].map((campo) => expect.objectContaining({ campo }));
    expect(outcome).toMatchObject({ error: { fields: expect.arrayContaining(fields) } });
    expect(outcome).toHaveProperty('error.fields.length', 3);
  });

  it('with anything else in them are refused, never thrown at', () => {
    const texts = fc.oneof(fc.string(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), texts, { minKeys: 1 }), (received) => {
        expect(query(listarVentas.query, received)).toHaveProperty('error', expect.any(RequestProblem));
      }),
    );
  });
});

describe('bodies', () => {
  it.each([[{ token: 5 }], [{ token: null }], [{ token: ['x'] }], [{ token: '' }], [{ token: 'x'.repeat(201) }]])(
    '%j is refused: nothing is converted',
    (body) => {
      expect(validate(SesionRequest, 'body', body)).toMatchObject({ error: { fields: [{ campo: 'token' }] } });
    },
  );

  it.each([[null], ['x'], [[]], [5]])('%j is refused as a whole', (body) => {
    expect(validate(SesionRequest, 'body', body)).toMatchObject({ error: { fields: [{ campo: 'cuerpo' }] } });
  });

  it('without a field names it', () => {
    expect(validate(MoverPedidoRequest, 'body', {})).toMatchObject({
      error: { fields: [{ campo: 'estado', mensaje: 'es obligatorio' }] },
    });
  });

  it.each([
    ['lineas[1].producto_id', 'es obligatorio', [{ producto_id: 'a' }, {}]],
    ['lineas[0].producto_id', 'no puede estar vacío', [{ producto_id: '' }]],
    ['lineas[0].tienda', 'no es un campo de esta petición', [{ producto_id: 'a', tienda: 'b' }]],
    ['lineas[0].producto_id', 'debe ser un texto, entre comillas', [{ producto_id: 5 }]],
    ['lineas[0]', 'debe ser un objeto JSON', ['a']],
    ['lineas', 'debe ser una lista', 'a'],
  ])('name %s, which %s', (campo, mensaje, lineas) => {
    const outcome = validate(CrearPedidoRequest, 'body', { ubicacion_id: 'T1', lineas });
    expect(outcome).toMatchObject({ error: { fields: [{ campo, mensaje }] } });
  });

  it.each(['-1', '1e3', '1,5', '.5', '1.00001', '123456789', 'NaN', ' 1', ''])('take %j for no quantity', (text) => {
    const lineas = [{ producto_id: 'a', cantidad_solicitada: text }];
    expect(validate(CrearPedidoRequest, 'body', { ubicacion_id: 'T1', lineas })).toMatchObject({
      error: {
        fields: [{ campo: 'lineas[0].cantidad_solicitada', mensaje: expect.stringMatching(/^debe ser una cantidad/) }],
      },
    });
  });
});
