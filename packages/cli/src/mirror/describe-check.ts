import type { CheckReport, UnitDifference, UnitRows } from '@fluxion/engine/mirror';
import { formatCount, grid, indented, plural, visible } from '../output/index.ts';

type TableReport = CheckReport['tables'][number];

/** So many units that differ are printed of each table; JSON has more. */
const mostPrinted = 20;

/** What comparing a copy with PostgreSQL has come to, a line for each table and for each unit that differs. */
export function describeCheck({ tables, wrongRollups, notCompared }: CheckReport): string {
  const lines = grid(
    tables.map((table) => [
      visible(table.table),
      plural(table.units, 'unit'),
      plural(table.rows, 'row'),
      verdict(table),
    ]),
    ['left', 'right', 'right', 'left'],
  );
  const withUnits = tables.flatMap((table, index) => [lines[index] ?? '', ...unitLines(table)]);
  const wrong = wrongRollups.map(
    (name) => `the sums of ${visible(name)} are not those of the rows: \`fluxion mirror rebuild\` makes them anew`,
  );
  const missing = notCompared.map((table) => `${visible(table)} is not there yet: it was not compared`);
  return [...withUnits, ...wrong, ...missing].join('\n');
}

function verdict({ differing, more, notCompared }: TableReport): string {
  const different = `${more ? 'more than ' : ''}${plural(differing.length, 'unit')} ${differing.length === 1 && !more ? 'differs' : 'differ'}`;
  const left = notCompared.length === 0 ? '' : `; without ${visible(notCompared.join(', '))}`;
  return `${differing.length === 0 ? 'equal' : different}${left}`;
}

function unitLines({ differing, more }: TableReport): string[] {
  const hidden = differing.length - mostPrinted;
  const rest = hidden > 0 || more ? [`and ${more ? 'more' : formatCount(hidden)}`] : [];
  return [...differing.slice(0, mostPrinted).map(unitLine), ...rest].map((line) => indented(line, 2));
}

function unitLine({ unit, postgres, mirror }: UnitDifference): string {
  const name =
    unit.length === 0 ? 'the table' : unit.map((value) => (value === null ? 'NULL' : visible(value))).join(', ');
  if (postgres && mirror && postgres.rows === mirror.rows)
    return `${name}: ${plural(postgres.rows, 'row')}, other values`;
  return `${name}: ${rowsText(postgres)} in PostgreSQL, ${rowsText(mirror)} in the copy`;
}

function rowsText(side: UnitRows | null): string {
  return side === null ? 'none' : plural(side.rows, 'row');
}
