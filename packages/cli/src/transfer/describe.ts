import type { MigrateReport, TableVerification, VerifyReport } from '@fluxion/engine/transfer';
import { formatCount, formatDuration } from '../output/index.ts';

/** What a migration did, for a person: its sum, and whatever is otherwise than in the file. */
export function describeMigration(report: MigrateReport): string {
  const { tables, rows, seconds, notes, cleared, dryRun, ddl } = report;
  const actions = tables.map(({ table, action }) => `  ${table}: ${action === 'create' ? 'create' : 'fill'}`);
  const amount = `${formatCount(rows)} rows of ${count(tables.length, 'table')} in ${formatDuration(seconds * 1000)}`;
  return [
    ...(cleared.length === 0 ? [] : [`An earlier migration had broken off; taken back: ${cleared.join(', ')}.`]),
    ...(dryRun
      ? [`Would migrate ${count(tables.length, 'table')}; nothing was written.`, ...actions, ...ddl]
      : [`${amount}.`]),
    ...notes.map(({ kind, name, outcome, reason }) => `  ${kind} ${name} ${outcome}: ${reason}`),
  ].join('\n');
}

/** What a comparison found, for a person. */
export function describeVerification(report: VerifyReport): string {
  const { equal, rows, seconds, tables } = report;
  const duration = formatDuration(seconds * 1000);
  if (equal) {
    const exceptions = tables.flatMap(({ table, notCompared }) =>
      notCompared.map((reason) => `  ${table}: not compared: ${reason}`),
    );
    const extent = exceptions.length === 0 ? 'in every column' : 'in every column but these';
    const amount = `${formatCount(rows)} rows of ${count(tables.length, 'table')}`;
    return [`Equal: ${amount}, ${extent} (${duration}).`, ...exceptions].join('\n');
  }
  return ['Not equal:', ...tables.flatMap(describeTable)].join('\n');
}

/** Names what differs in a table; nothing if nothing does. */
function describeTable(report: TableVerification): string[] {
  const { table, sourceRows, targetRows, differingColumns, differences, missing, notCompared } = report;
  return [
    ...(sourceRows === targetRows
      ? []
      : [`  ${table}: ${formatCount(sourceRows)} rows in the file, ${formatCount(targetRows)} in PostgreSQL`]),
    ...(differingColumns.length === 0 ? [] : [`  ${table}: ${differingColumns.join(', ')}`]),
    ...differences.map(
      ({ key, column, source, target }) =>
        `    ${key}${column === null ? '' : ` ${column}`}: ${shown(source)} in the file, ${shown(target)} in PostgreSQL`,
    ),
    ...missing.map((reason) => `  ${table}: ${reason}`),
    ...notCompared.map((reason) => `  ${table}: not compared: ${reason}`),
  ];
}

function shown(value: string | null | undefined): string {
  return value === undefined ? 'missing' : value === null ? 'NULL' : value;
}

function count(amount: number, noun: string): string {
  return `${formatCount(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
