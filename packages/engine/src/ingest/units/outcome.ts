import { FluxionError } from '../../base/index.ts';
import type { UnitReport } from '../report.ts';
import { sameSums } from '../sums.ts';
import type { PlannedUnit, Written } from './unit.ts';

function find(unit: PlannedUnit, written: readonly Written[]): Written | undefined {
  return written.find(({ ubicacionId, fecha }) => ubicacionId === unit.ubicacionId && fecha === unit.fecha);
}

/** What PostgreSQL holds is what the delivery has, or nothing of the transaction is kept. */
export function requireSame(unit: PlannedUnit, written: readonly Written[]): void {
  const held = find(unit, written);
  if (held && held.rows === unit.rows && sameSums(held.sums, unit.sums)) return;
  throw new FluxionError(
    'LOAD_FAILED',
    `${unit.ubicacionId} ${unit.fecha}: the delivery has ${unit.rows} lines (${JSON.stringify(unit.sums)}), and after they were written the tables hold ${held?.rows ?? 0} (${JSON.stringify(held?.sums ?? {})}); nothing of it was kept.`,
  );
}

/** What is told of a unit that was written. */
export function reportOf(unit: PlannedUnit, written: readonly Written[]): UnitReport {
  const { ubicacionId, fecha, rows, sums, rejected } = unit;
  const outcome = rejected > 0 ? 'con_rechazos' : rows === 0 ? 'vacia' : 'cargada';
  return { ubicacionId, fecha, outcome, rows, sums, message: find(unit, written)?.message ?? null };
}
