import { filledTable } from '../expressions.ts';

const columns = {
  id: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  fecha: 'DATE',
  factura_id: 'VARCHAR',
  numero_factura: 'VARCHAR',
  producto_id: 'VARCHAR',
  fecha_hora: 'TIMESTAMPTZ',
  cantidad: 'DECIMAL(12,4)',
  precio_unitario: 'DECIMAL(12,4)',
  precio_total: 'DECIMAL(18,2)',
  descuento: 'DECIMAL(12,4)',
  costo_unitario: 'DECIMAL(12,4)',
  costo_total: 'DECIMAL(18,2)',
  margen: 'DECIMAL(18,2)',
};

/** The receipts' lines: one for each sales line of these stores and days, with the same amounts. */
export function itemsFacturas(): string[] {
  return filledTable(
    'items_facturas',
    columns,
    `SELECT factura_id || '-' || linea::VARCHAR AS id, ubicacion_id, fecha, factura_id, numero_factura, producto_id, fecha_hora, cantidad, precio_unitario, monto_total AS precio_total, 0 AS descuento,
       costo_unitario, round(cantidad::DECIMAL(12,4) * costo_unitario::DECIMAL(12,4), 2)::DECIMAL(18,2) AS costo_total, monto_total::DECIMAL(18,2) - costo_total AS margen
     FROM receipt_line l ORDER BY l.id`,
  );
}
