import type { LossReport } from '@fluxion/engine/transfer';
import { formatCount, grid, indented, lineWidth, section, visible, wrapped } from '../../output/index.ts';
import { wouldStop, type Outcome } from '../findings/index.ts';

const mostOfExamples = 60;

/** So many columns of one reason are listed after a run; a plan lists all. */
const mostColumns = 20;

/** The values that PostgreSQL cannot hold, by reason, column by column. */
export function lossLines(outcome: Outcome): string[] {
  const { losses, dryRun } = outcome.report;
  const groups = new Map<string, LossReport[]>();
  for (const loss of losses) {
    const fate = wouldStop(outcome) ? 'they would stop the migration' : loss.outcome;
    const title = `values that ${visible(loss.reason)}: ${fate}`;
    groups.set(title, [...(groups.get(title) ?? []), loss]);
  }
  return section(
    'Losses: values that PostgreSQL cannot hold',
    [...groups].flatMap(([title, members]) => [
      ...wrapped(title, lineWidth - 2),
      ...columnLines(members, dryRun ? members.length : mostColumns),
    ]),
  );
}

function columnLines(losses: readonly LossReport[], most: number): string[] {
  const shown = losses.slice(0, most);
  const rows = shown.map(({ table, column, count, examples }) => [
    visible(`${table}.${column}`),
    formatCount(count),
    shortened([...new Set(examples)].map(visible).join(' | ')),
  ]);
  const rest = losses.length - shown.length;
  return [
    ...grid([['column', 'values', 'for example'], ...rows], ['left', 'right', 'left']),
    ...(rest === 0 ? [] : [`and ${formatCount(rest)} more`]),
  ].map((line) => indented(line, 4));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= mostOfExamples ? text : `${characters.slice(0, mostOfExamples).join('')}...`;
}
