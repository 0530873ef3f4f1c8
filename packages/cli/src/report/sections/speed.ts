import { formatCount } from '../../output/index.ts';
import { rate, rateText, secondsText, type Outcome } from '../../transfer/index.ts';
import { bar, foldedTable, type Section } from '../parts.ts';

const mostRows = 25;

/** Per table: how much, how long, how fast; the largest first. */
export function speedSection({ report }: Outcome): Section {
  const tables = report.tables.toSorted((one, other) => other.rows - one.rows);
  const speed = ({ copied, seconds }: (typeof tables)[number]) => rate(copied, seconds) ?? 0;
  const fastest = tables.reduce((most, table) => Math.max(most, speed(table)), 0);
  const rows = tables.map((table) => [
    table.table,
    formatCount(table.rows),
    rateText(table.copied, table.seconds),
    bar(fastest === 0 ? 0 : speed(table) / fastest),
    secondsText(table.seconds),
    formatCount(table.rejected),
    table.action === 'create' ? 'created' : 'filled',
  ]);
  const { resumed } = report;
  return {
    id: 'speed',
    title: 'Tables and speed',
    intro:
      resumed === undefined
        ? 'Rows that are now in PostgreSQL, and how fast each table was copied. The bars compare rows per second.'
        : `This run went on with an earlier one: ${formatCount(resumed.chunks)} of ${formatCount(resumed.of)} pieces were there already, ${formatCount(resumed.changed)} had changed in the file. The speed is that of the rows that this run copied.`,
    content: [
      foldedTable(
        'Tables and speed',
        [
          { title: 'Table', look: 'name' },
          { title: 'Rows', look: 'figure' },
          { title: 'Rows/s', look: 'figure' },
          { title: 'Speed', look: 'bar' },
          { title: 'Time', look: 'figure' },
          { title: 'Rejected', look: 'figure' },
          { title: 'Was' },
        ],
        rows,
        mostRows,
      ),
    ],
  };
}
