import { quoteIdentifier } from '../../../base/index.ts';
import { type Column, type Query, type Scope, type Translation, unite } from '../bind/index.ts';
import { node, nodes, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { assertComparable, cast, types } from '../write/index.ts';
import { limits, positions } from './tail.ts';

const words: Readonly<Record<string, string>> = {
  UNION: 'UNION',
  UNION_BY_NAME: 'UNION',
  INTERSECT: 'INTERSECT',
  EXCEPT: 'EXCEPT',
};

/** UNION, INTERSECT and EXCEPT of two queries, whose columns get the types that DuckDB finds for both. */
export async function translateSetOperation(
  operation: SyntaxNode,
  translation: Translation,
  scope: Scope,
): Promise<Query> {
  const kind = text(operation, 'setop_type');
  const word = words[kind];
  if (word === undefined) throw new UntranslatableError(kind);
  const sides: Query[] = [];
  for (const side of operands(operation)) sides.push(await translation.query(side, translation, scope));
  const names = columnNames(sides, kind === 'UNION_BY_NAME');
  const rows = sides.map((side) => names.map((name) => typeIn(side, name, kind === 'UNION_BY_NAME', names)));
  const united = await unite(rows, translation);
  const columns = names.map((name, index) => ({ name, type: united[index] ?? types.null }));
  const all = operation.setop_all === true;
  if (!all) columns.forEach(({ type }) => assertComparable(type, true));
  const written = sides.map((side) => aligned(side, columns, kind === 'UNION_BY_NAME'));
  const sql = written.join(` ${word}${all ? ' ALL' : ''} `);
  return { columns, sql: `${sql}${await tail(operation, columns, translation, scope)}` };
}

function operands(operation: SyntaxNode): readonly SyntaxNode[] {
  const children = nodes(operation, 'children');
  return children.length > 0 ? children : [node(operation, 'left'), node(operation, 'right')];
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function columnNames(sides: readonly Query[], byName: boolean): string[] {
  const names = (sides[0]?.columns ?? []).map(({ name }) => name);
  if (!byName) {
    if (sides.some(({ columns }) => columns.length !== names.length))
      throw new UntranslatableError('a set operation of queries with different columns');
    return names;
  }
  for (const { columns } of sides.slice(1))
    for (const { name } of columns) if (!names.some((known) => same(known, name))) names.push(name);
  return names;
}

function typeIn(side: Query, name: string, byName: boolean, names: readonly string[]): Column['type'] {
  const column = byName ? side.columns.find((known) => same(known.name, name)) : side.columns[names.indexOf(name)];
  return column?.type ?? types.null;
}

/** A side with the columns of the whole, in their order and of their types. */
function aligned(side: Query, columns: readonly Column[], byName: boolean): string {
  const fits =
    side.columns.length === columns.length &&
    side.columns.every(
      ({ name, type }, index) =>
        type.text === columns[index]?.type.text && (!byName || same(name, columns[index].name)),
    );
  if (fits) return `(${side.sql})`;
  const items = columns.map(({ name, type }, index) => {
    const column = byName ? side.columns.find((known) => same(known.name, name)) : side.columns[index];
    const from = column ? { sql: quoteIdentifier(column.name), type: column.type } : { sql: 'NULL', type: types.null };
    return `${cast(from, type)} AS ${quoteIdentifier(name)}`;
  });
  return `(SELECT ${items.join(', ')} FROM (${side.sql}) AS side)`;
}

async function tail(
  operation: SyntaxNode,
  columns: readonly Column[],
  translation: Translation,
  scope: Scope,
): Promise<string> {
  const parts: string[] = [];
  for (const modifier of nodes(operation, 'modifiers')) {
    const kind = text(modifier, 'type');
    if (kind === 'ORDER_MODIFIER') parts.push(positions(nodes(modifier, 'orders'), columns));
    else if (kind === 'LIMIT_MODIFIER') parts.push(await limits(modifier, translation, scope));
    else throw new UntranslatableError(kind);
  }
  return parts.map((part) => ` ${part}`).join('');
}
