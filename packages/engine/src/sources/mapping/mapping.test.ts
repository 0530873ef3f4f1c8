import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Description } from '../description/description.ts';
import type { FeedName } from '../feeds/feed-spec.ts';
import { feeds } from '../feeds/feeds.ts';
import { plainName } from './column-names.ts';
import { matchColumns } from './match-columns.ts';

const nothing: Description = {
  columns: {},
  constants: {},
  defaults: {},
  values: {},
  file: {},
  parts: false,
  partial: false,
};

function match(header: string, description: Partial<Description> = {}) {
  const mapping = matchColumns({ ...nothing, ...description }, { columns: header.split(','), hasHeader: true });
  return { ...mapping, feed: mapping.feed.name, columns: Object.fromEntries(mapping.columns) };
}

const uci = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

describe('plainName', () => {
  it.each([
    ['Nº_Factura', 'nofactura'],
    [' Código  Producto ', 'codigoproducto'],
    ['FECHA.HORA', 'fechahora'],
    ['cliente.dirección-1', 'clientedireccion1'],
    ['Straße', 'straße'],
    ['%', ''],
  ])('of %j is %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it('does not change any more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZñÑº_. -ßİ٣𝕏ﬁ\u0301') }),
        (name) => void expect(plainName(plainName(name))).toBe(plainName(name)),
      ),
    );
  });
});

it.each(Object.values(feeds))('no name of the feed $name stands for two fields', ({ fields }) => {
  const names = fields.flatMap(({ name, aliases = [] }) => [...new Set([name, ...aliases].map(plainName))]);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
});

it.each(Object.values(feeds))('the feed $name is recognised by our own names of its fields', ({ name, fields }) => {
  expect(match(fields.map((field) => field.name).join()).feed).toBe(name);
});

describe('the feed is told by the columns:', () => {
  it.each<[string, FeedName]>([
    ['Tienda,Fecha,Factura,Producto,Cantidad,Precio,Total', 'ventas'],
    ['tienda;fecha'.replace(';', ',') + ',producto,existencia', 'inventario'],
    ['tienda,fecha,producto,cantidad,precio_unitario', 'ventas'],
    ['TIENDA,FECHA HORA,NRO FACTURA,CAJA,SKU,CANT,PRECIO,IMPORTE,EFECTIVO BS', 'facturas'],
    ['ubicacion_id,fecha_hora,numero_factura,producto_id,cantidad,precio_unitario,monto_total', 'ventas'],
    ['ubicacion_id,fecha_hora,numero_factura,producto_id,cantidad,precio_unitario,precio_total', 'facturas'],
    ['tienda,fecha_hora,producto,tipo,cantidad', 'movimientos'],
    ['Código,Nombre,Categoría,Precio', 'productos'],
    ['codigo,razon_social,rif', 'proveedores'],
    ['codigo,nombre,tipo,ciudad', 'ubicaciones'],
    ['tienda,sku,precio_venta', 'precios'],
    ['tienda,sku,stock_minimo,stock_maximo', 'configuracion'],
    ['categoria,margen_minimo', 'categorias'],
    ['sku,proveedor,precio_compra', 'producto_proveedor'],
  ])('%s', (header, feed) => {
    expect(match(header).feed).toBe(feed);
  });

  it('unless they may be several, or most are unknown', () => {
    expect(() => match('store,timestamp,invoice,sku,qty,price')).toThrow(
      'By its columns this may be ventas or facturas: store, timestamp, invoice, sku, qty, price. Say which with --feed',
    );
    expect(() => match(uci)).toThrow(
      `What feed this is cannot be told from its columns: ${uci.replaceAll(',', ', ')}. Say it with --feed`,
    );
    expect(() => match('id_x,a,b,c,categoria')).toThrow('cannot be told');
    expect(match('tienda,fecha,sku,cantidad,total,a,b,c,d,e').feed).toBe('ventas');
    expect(() => match('tienda,fecha,sku,cantidad,total,a,b,c,d,e,f')).toThrow('cannot be told');
  });

  it('with what is told', () => {
    const columns = {
      numero_factura: 'InvoiceNo',
      producto_id: 'StockCode',
      cantidad: 'Quantity',
      fecha_hora: 'InvoiceDate',
      precio_unitario: 'UnitPrice',
    };
    expect(() => match(uci, { columns, store: 'T' })).toThrow('may be ventas or facturas');
    expect(match(uci, { columns: { ...columns, monto_total: 'Country' }, store: 'T' }).feed).toBe('ventas');
    expect(match('a,b,c', { store: 'T', columns: { producto_id: 1, precio_venta: 'b' } }).feed).toBe('precios');
  });
});

it('maps a shop that calls everything otherwise', () => {
  const mapping = match(uci, {
    feed: 'ventas',
    store: 'TIENDA_01',
    origins: { store: 'feed.json' },
    columns: { producto_id: 'StockCode', fecha_hora: 'InvoiceDate' },
    defaults: { cantidad: '1' },
    constants: { linea: '7' },
  });
  expect(mapping).toEqual({
    feed: 'ventas',
    columns: { producto_id: 1, fecha_hora: 4, numero_factura: 0, cantidad: 3, precio_unitario: 5 },
    constants: { linea: '7' },
    defaults: { cantidad: '1' },
    unused: ['Description', 'CustomerID', 'Country'],
    origins: {
      ubicacion_id: 'TIENDA_01, from feed.json',
      fecha: 'the day of fecha_hora',
      fecha_hora: 'column InvoiceDate',
      numero_factura: 'column InvoiceNo',
      linea: 'constant 7',
      producto_id: 'column StockCode',
      cantidad: 'column Quantity, else 1',
      precio_unitario: 'column UnitPrice',
      monto_total: 'cantidad x precio_unitario',
    },
  });
});

describe('columns', () => {
  const sales = { feed: 'ventas', store: 'T', date: '2024-05-03' } as const;

  it('are taken by our own name before an alias, and serve one field', () => {
    expect(match('sku,stock,cantidad,precio,total', sales).columns).toEqual({
      producto_id: 0,
      cantidad: 2,
      precio_unitario: 3,
      monto_total: 4,
    });
    expect(
      match('sku,cantidad,total', {
        ...sales,
        columns: { linea: 'cantidad', cantidad: 'total' },
        constants: { monto_total: '0' },
      }).columns,
    ).toEqual({
      linea: 1,
      cantidad: 2,
      producto_id: 0,
    });
    expect(match('sku,n,total', { ...sales, columns: { linea: 'n', cantidad: 'n' } }).columns).toMatchObject({
      linea: 1,
      cantidad: 1,
    });
  });

  it('may be told by number, and by a name without case and accents', () => {
    const columns = { producto_id: 3, cantidad: 'CÓDIGO', monto_total: '2' };
    expect(match('codigo,b,c', { ...sales, columns }).columns).toEqual({ producto_id: 2, cantidad: 0, monto_total: 1 });
    expect(match('3,2,1', { ...sales, columns: { producto_id: '3', cantidad: 3, monto_total: '2' } }).columns).toEqual({
      producto_id: 0,
      cantidad: 2,
      monto_total: 1,
    });
  });

  it('are told by number where there is no header', () => {
    const columns = ['1', '2', '3'];
    const told = { ...nothing, ...sales, columns: { producto_id: 1, cantidad: '2', monto_total: 3 } };
    const mapping = matchColumns(told, { columns, hasHeader: false });
    expect([...mapping.columns]).toEqual([
      ['producto_id', 0],
      ['cantidad', 1],
      ['monto_total', 2],
    ]);
    expect(() => matchColumns({ ...nothing, ...sales }, { columns, hasHeader: false })).toThrow(
      'There is no header: columns are told by number.',
    );
  });

  it.each<[string, Partial<Description>, string, string]>([
    [
      'sku,cantidad,Cantidad,total',
      sales,
      'FEED_AMBIGUOUS',
      'Several columns may be cantidad: cantidad (number 2), Cantidad (number 3). Say which in feed.json, as in "columns": {"cantidad": 2}, or with --column cantidad=2.',
    ],
    ['sku,cant,unidades,total', sales, 'FEED_AMBIGUOUS', 'cant (number 2), unidades (number 3)'],
    [
      'sku,a,a,total',
      { ...sales, columns: { cantidad: 'a' } },
      'FEED_AMBIGUOUS',
      'cantidad is told to be in column "a", of which there are several: say which by its number, 2 and 3.',
    ],
    [
      'sku,Quantity,total',
      { ...sales, columns: { cantidad: 'Quantite' } },
      'FEED_UNREADABLE',
      'cantidad is told to be in column "Quantite", which the file lacks (did you mean "Quantity"?); there are sku, Quantity, total.',
    ],
    [
      'sku,total',
      { ...sales, columns: { cantidad: 3 } },
      'FEED_UNREADABLE',
      'column number 3, which the file lacks; there are sku, total.',
    ],
    [
      'sku,total',
      { ...sales, constants: { stock_nuevo: '1' } },
      'FEED_UNREADABLE',
      'The feed ventas has no field "stock_nuevo": there are ubicacion_id, fecha,',
    ],
    [
      'a,b',
      sales,
      'FEED_UNREADABLE',
      'The feed ventas needs producto_id, cantidad, monto_total (or cantidad and precio_unitario, of which it is the product), which none of its columns is called: a, b. Say it in feed.json, as in "columns": {"producto_id": "THEIR NAME"}, or with --column "producto_id=THEIR NAME".',
    ],
    [
      'sku,cantidad,total',
      { feed: 'ventas' },
      'FEED_UNREADABLE',
      'needs ubicacion_id, fecha or fecha_hora, which none of its columns is called: sku, cantidad, total. Say it in feed.json, as in "columns": {"ubicacion_id": "THEIR NAME"}, or with --column "ubicacion_id=THEIR NAME", or with --store if all of it is of one store, or with --date if all of it is of one day.',
    ],
    [
      'tienda,fecha,factura,sku,cant,total',
      { feed: 'facturas' },
      'FEED_UNREADABLE',
      'The feed facturas needs fecha_hora, precio_total (or cantidad and precio_unitario',
    ],
    [
      Array.from({ length: 5000 }, (_, n) => `column ${n} ${'x'.repeat(100)}`).join(),
      sales,
      'FEED_UNREADABLE',
      'and 4970 more',
    ],
  ])('of %j are refused where they are not what is told', (header, description, code, sentence) => {
    const refusal = expect.objectContaining({ code, message: expect.stringContaining(sentence) });
    expect(() => match(header, description)).toThrow(refusal);
  });

  it('cannot be missing where there are none', () => {
    const told = { ...nothing, ...sales, columns: { cantidad: 'Quantity' } };
    expect(matchColumns(told, { columns: [], hasHeader: true })).toMatchObject({ columns: new Map(), unused: [] });
    expect(() => matchColumns(nothing, { columns: [], hasHeader: true })).toThrow('from its columns: no columns.');
  });

  it('of any names are taken once at most, and none is lost', () => {
    const names = fc.constantFrom('sku', 'Cantidad', 'cant', 'total', 'precio', 'tienda', 'fecha', 'item', 'x', '');
    fc.assert(
      fc.property(
        fc.uniqueArray(names),
        fc.constantFrom<FeedName>('ventas', 'inventario', 'precios'),
        (columns, feed) => {
          let mapping;
          try {
            mapping = matchColumns({ ...nothing, ...sales, feed }, { columns, hasHeader: true });
          } catch {
            return;
          }
          const used = [...mapping.columns.values()];
          expect(new Set(used).size).toBe(used.length);
          expect([...used.map((index) => columns[index]), ...mapping.unused].toSorted()).toEqual(columns.toSorted());
        },
      ),
    );
  });
});
