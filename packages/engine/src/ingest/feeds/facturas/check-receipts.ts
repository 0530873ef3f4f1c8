import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { feeds } from '../../../sources/index.ts';
import type { StagedTables } from '../../units/unit.ts';
import { rejectLines } from '../reject-lines.ts';
import { receiptFields, receiptId } from './receipts.ts';

const columns = receiptFields.map(quoteIdentifier);
const receipt = `ubicacion_id, fecha, ${receiptId} AS receipt`;
const sameReceipt = `c.ubicacion_id = r.ubicacion_id AND c.fecha = r.fecha AND c.receipt = ${receiptId}`;

/**
 * Gives the receipt's time to lines that lack one, and moves receipts whose lines contradict each other to the rejects,
 * with all of their lines: a receipt with half of them would be of another amount than was paid.
 * @returns how many lines it moved
 */
export async function checkReceipts(duck: DuckDBConnection, tables: StagedTables): Promise<number> {
  await shareTimes(duck, tables);
  await duck.run(`CREATE OR REPLACE TEMP TABLE fluxion_contradictions AS ${contradictions(tables)}`);
  const moved = await rejectLines(
    duck,
    tables,
    feeds.facturas,
    `SELECT r.rowid AS place, c.field, CASE c.field ${columns.map((name, index) => `WHEN ${quoteLiteral(receiptFields[index] ?? '')} THEN r.${name}::VARCHAR`).join(' ')} END AS value, c.reason
     FROM ${tables.rows} AS r JOIN temp.fluxion_contradictions AS c ON ${sameReceipt}`,
  );
  await duck.run('DROP TABLE temp.fluxion_contradictions');
  return moved;
}

async function shareTimes(duck: DuckDBConnection, { rows }: StagedTables): Promise<void> {
  const [found] = await smallRowsJson(duck, `SELECT count(*) > count(fecha_hora) AS lacking FROM ${rows}`);
  if (found?.['lacking'] !== true) return;
  await duck.run(
    `UPDATE ${rows} AS r SET fecha_hora = c.time
     FROM (SELECT ${receipt}, min(fecha_hora) AS time FROM ${rows} GROUP BY ALL) AS c
     WHERE r.fecha_hora IS NULL AND ${sameReceipt}`,
  );
}

/**
 * A row for each receipt that cannot be right: its first field at fault and why. Most receipts are the same in each line,
 * so that looking at their digests is enough.
 */
function contradictions({ rows }: StagedTables): string {
  const fault = (field: string, name: string) =>
    `CASE WHEN min(r.${name}) <> max(r.${name}) THEN {field: ${quoteLiteral(field)}, reason:
        'differs between lines ' || arg_min(r.line, r.${name}) || ' and ' || arg_max(r.line, r.${name}) || ' of its receipt, which is left out as a whole'} END`;
  const faults = receiptFields.map((field, index) => fault(field, columns[index] ?? ''));
  return `
    WITH suspect AS (
      SELECT ${receipt} FROM ${rows} GROUP BY ALL
      HAVING min(hash(${columns.join(', ')})) <> max(hash(${columns.join(', ')})) OR count(fecha_hora) = 0),
    judged AS (
      SELECT c.ubicacion_id, c.fecha, c.receipt, coalesce(${faults.join(', ')},
        CASE WHEN count(fecha_hora) = 0 THEN {field: 'fecha_hora', reason: 'is empty in all lines of the receipt'} END) AS fault
      FROM ${rows} AS r JOIN suspect AS c ON ${sameReceipt} GROUP BY ALL)
    SELECT ubicacion_id, fecha, receipt, fault.field, fault.reason FROM judged WHERE fault IS NOT NULL`;
}
