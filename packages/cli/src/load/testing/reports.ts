import type { DeliveryReport, RejectedLine } from '@fluxion/engine/ingest';
import type { LoadOutcome } from '../describe/index.ts';

/** A report of a day that was loaded without a hitch, but for what is changed. */
export function reportOf(changes: Partial<DeliveryReport> = {}): DeliveryReport {
  return {
    name: 'in/2024-05-03.csv',
    feed: 'ventas',
    outcome: 'cargada',
    read: 1200,
    loaded: 1200,
    rejected: 0,
    repeated: 0,
    same: 0,
    sums: { read: {}, loaded: { cantidad: '1500.000000', monto_total: '12345.670000' }, rejected: {} },
    units: [{ ubicacionId: 'T1', fecha: '2024-05-03', outcome: 'cargada', rows: 1200, sums: {}, message: null }],
    rejects: [],
    placeholders: 0,
    understanding: null,
    message: null,
    error: null,
    seconds: 1,
    ...changes,
  };
}

/** One of files, but for what is changed. */
export function outcomeOf(reports: readonly DeliveryReport[], changes: Partial<LoadOutcome> = {}): LoadOutcome {
  return { reports, leftOut: [], rejectFiles: undefined, dryRun: false, noun: 'file', ...changes };
}

/** A line whose quantity is none, but for what is changed. */
export function rejectOf(changes: Partial<RejectedLine> = {}): RejectedLine {
  return {
    file: undefined,
    line: 17,
    field: 'cantidad',
    value: 'x',
    reason: 'is not a number',
    text: 'a;x',
    ubicacionId: 'T1',
    fecha: '2024-05-03',
    ...changes,
  };
}
