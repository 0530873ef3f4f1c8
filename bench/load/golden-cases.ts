import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './ours.ts';

export interface Step {
  readonly path: string;
  readonly entry: Entry;
}

/** Real deliveries, and what the tables must hold once they are loaded. */
export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly expected: Readonly<Record<string, string>>;
}

/** A year of a British shop, a CSV file a day, unpacked into `directory`. */
export async function shop(data: string, directory: string): Promise<Case> {
  const folder = join(directory, 'shop');
  await mkdir(folder);
  execFileSync('tar', ['-xzf', join(data, 'files/uci-online-retail-by-day.tar.gz'), '-C', folder]);
  return {
    name: 'UCI Online Retail',
    steps: [
      {
        path: folder,
        entry: {
          feed: 'ventas',
          store: 'UK',
          timezone: 'Europe/London',
          columns: {
            numero_factura: 'InvoiceNo',
            producto_id: 'StockCode',
            cantidad: 'Quantity',
            fecha_hora: 'InvoiceDate',
            precio_unitario: 'UnitPrice',
          },
        },
      },
    ],
    expected: { lines: '541909', invoices: '25900', total: '9747747.93', returned: '10624', days: '305' },
  };
}

/** Ten years of a state's liquor sales to the 16 busiest stores, with its stores and its catalogue. */
export const state = (data: string): Case => ({
  name: 'Iowa',
  steps: [
    {
      path: join(data, 'iowa/stores.csv'),
      entry: {
        feed: 'ubicaciones',
        columns: { id: 'Store', codigo: 'Store', nombre: 'Name', ciudad: 'City', direccion: 'Address' },
        constants: { tipo: 'tienda', zona_horaria: 'America/Chicago' },
      },
    },
    {
      path: join(data, 'iowa/products.csv'),
      entry: {
        feed: 'productos',
        columns: { codigo: 'Item Number', descripcion: 'Item Description', categoria: 'Category Name' },
        defaults: { categoria: 'SIN CATEGORIA' },
      },
    },
    {
      path: join(data, 'iowa/sales-16-stores.parquet'),
      entry: {
        feed: 'ventas',
        columns: {
          ubicacion_id: 'store',
          fecha: 'date',
          numero_factura: 'invoice_item',
          producto_id: 'item',
          cantidad: 'bottles',
          monto_total: 'sale',
        },
      },
    },
  ],
  expected: { lines: '2108751', invoices: '2108751', total: '493770956.56', returned: '34', days: '15626' },
});
