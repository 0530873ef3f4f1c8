import type { ExportReport } from '@fluxion/engine/transfer';
import { formatBytes, formatCount, plural, section, visible } from '../../output/index.ts';
import { rateText, secondsText } from '../findings/index.ts';
import { differenceLines } from './differences.ts';
import { groupLines } from './objects.ts';

/** What an export did, for a person: the verdict, whatever is otherwise than in PostgreSQL or not in the file, what differs. */
export function describeExport(report: ExportReport): string {
  const { tables, objects } = report;
  const differences = tables.flatMap(({ proof }) => (proof === undefined ? [] : differenceLines(proof)));
  return [
    [verdict(report), ...facts(report)],
    ...(['changed', 'refused'] as const).map((outcome) => groupLines(objects, outcome)),
    section('Proof', differences),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function verdict({ file, rows, tables, bytes, whole }: ExportReport): string {
  const amount = `${formatCount(rows)} rows of ${plural(tables.length, 'table')}`;
  if (bytes === 0) return `Not exported: what was written differs from PostgreSQL, and was removed.`;
  const proven = tables.every(({ proof }) => proof !== undefined) ? ", each table equal to PostgreSQL's" : '';
  const but = whole ? '' : ' Not every table could be exported.';
  return `Exported: ${amount} into ${visible(file)} (${formatBytes(bytes)})${proven}.${but}`;
}

function facts({ server, seconds, rows, peakMemoryBytes }: ExportReport): string[] {
  const speed = `${secondsText(seconds)}, ${rateText(rows, seconds)} rows/s`;
  return [`From PostgreSQL ${visible(server)}, in ${speed}, with at most ${formatBytes(peakMemoryBytes)} of memory.`];
}
