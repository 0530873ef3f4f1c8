/** Statements to begin with. There is no clock: the last day that has sales stands for today. */
export const samples = {
  stores: `SELECT u.nombre AS tienda, sum(v.monto) AS venta, sum(v.facturas) AS facturas
FROM ventas_por_dia v
JOIN ubicaciones u ON u.id = v.ubicacion_id
WHERE v.fecha > (SELECT max(fecha) FROM ventas_diarias) - 30
GROUP BY ALL
ORDER BY venta DESC`,
  days: `SELECT fecha, sum(venta_total) AS venta, sum(total_facturas) AS facturas
FROM ventas_diarias
GROUP BY fecha
ORDER BY fecha`,
  products: `SELECT p.codigo, p.descripcion, sum(v.cantidad) AS unidades, sum(v.monto_total) AS venta
FROM ventas_raw v
JOIN productos p ON p.id = v.producto_id
GROUP BY ALL
ORDER BY venta DESC
LIMIT 50`,
  stockouts: `SELECT u.nombre AS tienda, p.codigo, p.descripcion, s.cantidad, s.ultima_venta
FROM stock_actual s
JOIN productos p ON p.id = s.producto_id
JOIN ubicaciones u ON u.id = s.ubicacion_id
WHERE s.cantidad < 0
ORDER BY s.cantidad`,
} as const;
