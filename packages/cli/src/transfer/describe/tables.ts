import type { TableReport } from '@fluxion/engine/transfer';
import { formatCount, grid, plural, visible } from '../../output/index.ts';
import { proofWord, rateText, secondsText } from '../findings/index.ts';

/** Up to so many tables all have their lines; of more, so many do, and the smaller ones are summed up. */
const mostTables = 50;
const mostLines = 40;

/** The tables' rows, times and proofs, aligned: the largest, and all that need a look. */
export function tableLines(tables: readonly TableReport[]): string[] {
  if (tables.length === 0) return [];
  const shown = chosen(tables);
  const rest = tables.filter((table) => !shown.has(table));
  const head = ['table', 'rows', 'time', 'rows/s', 'proof'];
  const body = tables.filter((table) => shown.has(table)).map(row);
  return grid(
    [head, ...body, ...(rest.length === 0 ? [] : [sumRow(rest)])],
    ['left', 'right', 'right', 'right', 'left'],
  );
}

function chosen(tables: readonly TableReport[]): ReadonlySet<TableReport> {
  if (tables.length <= mostTables) return new Set(tables);
  const largest = tables.toSorted((one, other) => other.rows - one.rows).slice(0, mostLines);
  return new Set([...largest, ...tables.filter(needsALook)]);
}

function needsALook({ proof, rejected }: TableReport): boolean {
  return rejected > 0 || (proof !== undefined && (!proof.equal || proof.notCompared.length > 0));
}

function row(report: TableReport): string[] {
  const { table, rows, copied, seconds, rejected, proof } = report;
  const note = rejected === 0 ? '' : `, ${plural(rejected, 'row')} rejected`;
  return [
    visible(table),
    formatCount(rows),
    secondsText(seconds),
    rateText(copied, seconds),
    `${proofWord(proof)}${note}`,
  ];
}

/** What is left out needs no look: all of it was compared and found equal, or nothing was compared. */
function sumRow(tables: readonly TableReport[]): string[] {
  const sum = (value: (table: TableReport) => number) => tables.reduce((total, table) => total + value(table), 0);
  const seconds = sum((table) => table.seconds);
  return [
    plural(tables.length, 'smaller table'),
    formatCount(sum(({ rows }) => rows)),
    secondsText(seconds),
    rateText(
      sum(({ copied }) => copied),
      seconds,
    ),
    [...new Set(tables.map(({ proof }) => proofWord(proof)))].join(', '),
  ];
}
