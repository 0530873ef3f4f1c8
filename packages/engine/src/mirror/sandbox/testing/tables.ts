import type { AskableTable } from '../tree.ts';

const names = (text: string) => text.split(' ').map((name) => ({ name }));

/** Two tables that may be asked, one of them outside of the schema public. */
export const askable: readonly AskableTable[] = [
  { name: 'ventas', schema: 'main', table: 'ventas', columns: names('fecha tienda producto monto id'), of: 'ventas' },
  { name: 'caja.turnos', schema: 'caja', table: 'turnos', columns: names('tienda turno'), of: 'caja.turnos' },
];

/** Makes these tables, and some of what must not be reached. */
export const tablesSql = `
  CREATE SCHEMA caja; CREATE SCHEMA fluxion_mirror;
  CREATE TABLE fluxion_mirror.applied AS SELECT 'SECRET' AS snapshot;
  CREATE TABLE main.oculta AS SELECT 'SECRET' AS clave;
  CREATE TABLE main.ventas AS SELECT DATE '2024-01-01' + range::int AS fecha, 'T' || range % 3 AS tienda, 'P' || range AS producto,
    (range * 1.5)::DECIMAL(12,2) AS monto, range AS id FROM range(20);
  CREATE TABLE caja.turnos AS SELECT 'T1' AS tienda, 1 AS turno`;
