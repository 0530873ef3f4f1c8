import { filledTable } from '../expressions.ts';

/** The receipts' lines: one for each sales line of these stores and days, with the same amounts. */
export function itemsFacturas(): string[] {
  return filledTable(
    'items_facturas',
    {
      id: ['VARCHAR', `factura_id || '-' || linea`],
      ubicacion_id: ['VARCHAR', 'ubicacion_id'],
      fecha: ['DATE', 'fecha'],
      factura_id: ['VARCHAR', 'factura_id'],
      numero_factura: ['VARCHAR', 'numero_factura'],
      producto_id: ['VARCHAR', 'producto_id'],
      fecha_hora: ['TIMESTAMPTZ', 'fecha_hora'],
      cantidad: ['DECIMAL(12,4)', 'cantidad'],
      precio_unitario: ['DECIMAL(12,4)', 'precio_unitario'],
      precio_total: ['DECIMAL(18,2)', 'monto_total'],
      descuento: ['DECIMAL(12,4)', '0'],
      costo_unitario: ['DECIMAL(12,4)', 'costo_unitario'],
      costo_total: ['DECIMAL(18,2)', 'cost'],
      margen: ['DECIMAL(18,2)', 'monto_total - cost'],
    },
    'FROM costed ORDER BY line_id',
    `costed AS (
       SELECT * EXCLUDE (id), id AS line_id, round(cantidad::DECIMAL(12,4) * costo_unitario::DECIMAL(12,4), 2) AS cost
       FROM receipt_line)`,
  );
}
