import { CategoriasResponse, ProductosResponse } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;

beforeAll(async () => {
  chain = await openTestChain();
  token = await chain.tokenOf('visualizador', ['T1']);
});

afterAll(() => chain.close());

async function search(query: Record<string, string>): Promise<ProductosResponse> {
  return bodyOf(ProductosResponse, await chain.get(`/productos?${new URLSearchParams(query).toString()}`, token));
}

async function found(q: string): Promise<string[]> {
  return (await search({ q })).datos.map(({ id }) => id);
}

describe('GET /productos', () => {
  it('shows the catalogue by codigo', async () => {
    const { datos, siguiente } = await search({});
    expect(siguiente).toBeNull();
    expect(datos.map(({ id }) => id)).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(datos[0]).toEqual({
      id: 'P1',
      codigo: '100',
      codigo_barras: '7591',
      descripcion: 'Café Ñandú 500 g',
      categoria: 'Víveres',
      subcategoria: null,
      marca: null,
      presentacion: null,
      unidad_medida: 'UND',
      unidades_por_bulto: '12',
      precio_sugerido: '12.50',
      activo: true,
    });
    expect(datos[2]).toMatchObject({ precio_sugerido: null, activo: true });
    expect(datos[3]).toMatchObject({ precio_sugerido: '1.2345', activo: false });
  });

  it.each([
    ['cafe', ['P1', 'P2']],
    ['CAFÉ', ['P1', 'P2']],
    ['cafe\u0301', ['P1', 'P2']],
    ['ñandu', ['P1']],
    ['NANDÚ', ['P1']],
    ['  500   café ', ['P1']],
    ['café 7592', ['P2']],
    ['102', ['P3']],
    ['759', ['P1', 'P2', 'P4']],
    ['azucar', ['P4']],
    ['100%', ['P3']],
    ['%', ['P3']],
    ['_', ['P3']],
    ['o_o', ['P3']],
    ['p_ro', []],
    ['\\', []],
    ["' OR 1=1 --", []],
    ['100 puro', ['P3']],
  ])('finds %j', async (q, ids) => {
    expect(await found(q)).toEqual(ids);
  });

  it('of a category, exactly', async () => {
    expect((await search({ categoria: 'Víveres', q: '7591' })).datos).toHaveLength(1);
    expect((await search({ categoria: 'viveres' })).datos).toEqual([]);
  });

  it.each([1, 2, 3, 4])('gives each once in pages of %i', async (limit) => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ProductosResponse = await search({ limite: String(limit), ...(cursor === '' ? {} : { cursor }) });
      ids.push(...page.datos.map(({ id }) => id));
      cursor = page.siguiente;
    }
    expect(ids).toEqual(['P1', 'P2', 'P3', 'P4']);
  });

  it.each([
    ['q=', 'q'],
    ['q=%00', 'q'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['cursor=W10', 'cursor'],
    ['ubicacion_id=T1', 'ubicacion_id'],
  ])('refuses ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/productos?${query}`, token))).toEqual([campo]);
  });
});

describe('GET /categorias', () => {
  it('tells the categories by name, with how many products they have', async () => {
    await chain.pool.query(`
      INSERT INTO productos (id, codigo, descripcion, categoria, discontinuado)
      VALUES ('P5', '104', 'Cloro', 'limpieza', true), ('P6', '105', 'Sal', 'Víveres', true)`);
    const { datos } = bodyOf(CategoriasResponse, await chain.get('/categorias', token));
    expect(datos).toEqual([
      { categoria: 'Limpieza', productos: 1, productos_activos: 1 },
      { categoria: 'limpieza', productos: 1, productos_activos: 0 },
      { categoria: 'Víveres', productos: 4, productos_activos: 2 },
    ]);
    expect((await chain.get('/categorias?formato=csv', token)).body).toContain('Limpieza,1,1');
  });
});
