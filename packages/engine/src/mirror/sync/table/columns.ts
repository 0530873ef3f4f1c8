import { quoteIdentifier } from '../../../base/index.ts';
import { type TakenColumn, mirrorWay } from '../../../bridge/index.ts';
import type { Layout } from '../../notes/index.ts';
import { copyName } from './names.ts';
import type { UnitColumn } from './units.ts';

/** The columns of the copy, each with the way that its values come. Without those that DuckDB would compare otherwise: PostgreSQL answers what asks for them. */
export function takenColumns({ columns }: Layout): readonly TakenColumn[] {
  return columns.flatMap(({ name, type }) => {
    const way = mirrorWay(type);
    return way ? [{ name, way }] : [];
  });
}

/** What the copy's columns depend on: other than before, the table must be brought across anew. */
export function columnsKey({ table, columns }: Layout): string {
  const taken = columns.flatMap(({ name, number, type, generated }) => {
    const way = mirrorWay(type);
    return way ? [[name, number, type.name, way.type.text, generated]] : [];
  });
  return JSON.stringify([table.unit, taken]);
}

/** The columns of the table's unit, in their order. */
export function unitColumns({ table, columns }: Layout): readonly UnitColumn[] {
  return table.unit.map((name) => ({
    name,
    type: columns.find((column) => column.name === name)?.type.name ?? 'text',
  }));
}

/** Makes the copy's table, without keys: an index would have to fit into memory, and the rows have been checked. */
export function createCopySql(layout: Layout): string {
  const columns = takenColumns(layout).map(({ name, way }) => `${quoteIdentifier(name)} ${way.type.text}`);
  return `CREATE TABLE ${copyName(layout.table)} (${columns.join(', ')})`;
}
