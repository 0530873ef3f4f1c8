import { formatCount, plural } from '../../output/index.ts';
import { wouldStop, type Outcome } from '../../transfer/index.ts';
import { markup, type Markup } from '../markup.ts';
import { badge, foldedTable, type Section } from '../parts.ts';

const mostRows = 25;

/** Values that PostgreSQL cannot hold, found before any row moved, and the files of the rows left out. */
export function lossesSection(outcome: Outcome): Section {
  const { report } = outcome;
  const { losses } = report;
  const rows = losses.map(({ table, column, reason, count, examples, outcome: fate }) => [
    markup`${table}<wbr />.${column}`,
    formatCount(count),
    reason,
    examples.length === 0
      ? markup`<span class="none">none</span>`
      : markup`<ul class="examples">
          ${[...new Set(examples)].map((example) => markup`<li><code>${example}</code></li>`)}
        </ul>`,
    wouldStop(outcome) ? badge('bad', 'stops') : badge('caution', fate),
  ]);
  const columns = [
    { title: 'Column', look: 'name' as const },
    { title: 'Values', look: 'figure' as const },
    { title: 'Such values' },
    { title: 'For example' },
    { title: 'So' },
  ];
  return {
    id: 'losses',
    title: 'Losses and rejects',
    intro:
      losses.length === 0
        ? 'Every value of the file was looked at before any row moved: PostgreSQL can hold all of them.'
        : 'Every value of the file was looked at before any row moved. PostgreSQL cannot hold these.',
    content: [...(losses.length === 0 ? [] : [foldedTable('Losses', columns, rows, mostRows)]), ...rejects(outcome)],
  };
}

function rejects({ report }: Outcome): Markup[] {
  const { tables, rejected, rejectsDirectory, dryRun } = report;
  if (rejected === 0 || dryRun) return [];
  const rows = tables.filter((table) => table.rejected > 0).map((table) => [table.table, formatCount(table.rejected)]);
  return [
    markup`<h3>Rejected (${formatCount(rejected)})</h3>
      <p>
        ${plural(rejected, 'row')} stayed out of PostgreSQL. They are in <code class="path">${rejectsDirectory}</code>,
        one file for each table, one line for each value: the row's key, the column, the value and the reason.
      </p>`,
    foldedTable(
      'Rejected rows',
      [
        { title: 'Table', look: 'name' },
        { title: 'Rows', look: 'figure' },
      ],
      rows,
      mostRows,
    ),
  ];
}
