import sql from 'sql-template-tag';

/** Movements of the same moment come in the order of their numbers: a longer one is a later one. */
export const inOrder = sql`fecha, fecha_hora, length(id), id COLLATE "C"`;

/** What a movement found: as it says, or, untold, what it left without what it changed; unknown of a transfer, which goes either way. */
export const stockBefore = sql`
  coalesce(stock_anterior, CASE tipo_movimiento
    WHEN 'salida' THEN stock_nuevo + abs(cantidad)
    WHEN 'transferencia' THEN NULL
    ELSE stock_nuevo - cantidad END)`;
