import { bullets, formatBytes, plural, section, visible, visibleLines } from '../../output/index.ts';
import { nextSteps, rateText, secondsText, verdictOf, type Outcome } from '../findings/index.ts';
import { differenceLines } from './differences.ts';
import { lossLines } from './losses.ts';
import { groupLines, nameListLines } from './objects.ts';
import { tableLines } from './tables.ts';

/** Of a group's names after a run; its plan and its page have them all. */
const mostLines = 3;

/** A migration, or with --dry-run its plan, for a person: the verdict, whatever is otherwise than in the file, what to do. */
export function describeMigration(outcome: Outcome): string {
  return joined([...parts(outcome), section('Next', bullets(nextSteps(outcome)))]);
}

/** The same for who goes on at once: without what to do. */
export function describeRun(outcome: Outcome): string {
  return joined(parts(outcome));
}

function parts(outcome: Outcome): string[][] {
  const { report } = outcome;
  return [
    [verdictOf(outcome).sentence, ...facts(outcome)],
    ...(report.dryRun ? plan(outcome) : [section('Tables', tableLines(report.tables))]),
    ...(report.dryRun ? [] : [groupLines(report.objects.filter(isRemarkable), 'same', mostLines)]),
    ...(['changed', 'kept', 'refused'] as const).map((kind) =>
      groupLines(report.objects, kind, report.dryRun ? undefined : mostLines),
    ),
    lossLines(outcome),
    ...(report.dryRun ? [] : [rejectLines(outcome), proofLines(outcome)]),
    ...(report.dryRun && report.ddl.length > 0 ? [section('DDL', report.ddl.map(statement))] : []),
  ];
}

function joined(blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function facts({ report, target }: Outcome): string[] {
  const { dryRun, seconds, tables, server, peakMemoryBytes, resumed, cleared } = report;
  const to = `To PostgreSQL ${visible(server)} at ${visible(target)}`;
  if (dryRun) return [`${to}. Nothing was written.`];
  const copied = tables.reduce((sum, table) => sum + table.copied, 0);
  const speed = copied > 0 ? `, ${rateText(copied, seconds)} rows/s` : '';
  return [
    `${to}, in ${secondsText(seconds)}${speed}, with at most ${formatBytes(peakMemoryBytes)} of memory.`,
    ...(resumed === undefined ? [] : [resumedText(resumed)]),
    ...(cleared.length === 0
      ? []
      : [`An earlier migration had broken off; taken back: ${cleared.map(visible).join(', ')}.`]),
  ];
}

function resumedText({ chunks, of, changed }: NonNullable<Outcome['report']['resumed']>): string {
  const differing = changed === 0 ? '' : `; ${plural(changed, 'piece')} had changed in the file`;
  return `Resumed: ${chunks.toLocaleString('en-US')} of ${plural(of, 'piece')} were there already${differing}.`;
}

function plan({ report }: Outcome): string[][] {
  const named = (action: 'create' | 'fill') =>
    report.tables.filter((table) => table.action === action).map(({ table }) => table);
  return [
    nameListLines('Tables to create', named('create')),
    nameListLines('Tables to fill, which are there', named('fill')),
    groupLines(report.objects, 'same'),
  ];
}

function rejectLines({ report }: Outcome): string[] {
  const rejecting = report.tables.filter(({ rejected }) => rejected > 0);
  if (rejecting.length === 0) return [];
  return section(`Rejected (${plural(report.rejected, 'row')})`, [
    ...rejecting.map(({ table, rejected }) => `${visible(table)}: ${plural(rejected, 'row')}`),
    `in ${visible(report.rejectsDirectory ?? '')}/TABLE.rejects.ndjson: one line for each value, with key, column, value, reason`,
  ]);
}

function proofLines({ report }: Outcome): string[] {
  return section(
    'Proof',
    report.tables.flatMap(({ proof }) => (proof === undefined ? [] : differenceLines(proof))),
  );
}

function statement(sql: string): string {
  const text = visibleLines(sql);
  return text.trimStart().startsWith('--') || text.trimEnd().endsWith(';') ? text : `${text};`;
}

/** Such as a view whose answers could not be compared. */
function isRemarkable({ reason }: Outcome['report']['objects'][number]): boolean {
  return reason !== undefined;
}
