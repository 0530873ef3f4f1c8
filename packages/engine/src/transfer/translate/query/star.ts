import { type Scope, type ScopeColumn, type Translation, resolve } from '../bind/index.ts';
import { isNode, nodes, optionalNode, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';

/** One expression of the select list, and what it is called; undefined: as DuckDB calls it. */
export interface Item {
  readonly expression: SyntaxNode;
  readonly name?: string;
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The columns that a star stands for, with EXCLUDE, REPLACE and RENAME. */
export function expandStar(star: SyntaxNode, scope: Scope, translation: Translation): Item[] {
  if (star.columns === true || optionalNode(star, 'expr')) throw new UntranslatableError('COLUMNS');
  const relation = text(star, 'relation_name');
  const left = new Set([...texts(star, 'exclude_list'), ...qualified(star)].map((name) => name.toLowerCase()));
  const replaced = keyed(star, 'replace_list');
  const renames = keyed(star, 'rename_list');
  const columns = starColumns(scope, relation).filter(({ name }) => !left.has(name.toLowerCase()));
  if (columns.length === 0) throw new UntranslatableError('* without columns');
  return columns.map((column) => {
    const by = replaced.get(column.name.toLowerCase());
    const name = renames.get(column.name.toLowerCase());
    const expression = isNode(by) ? by : translation.bind(column, star);
    return { expression, name: typeof name === 'string' ? name : column.name };
  });
}

/** `EXCLUDE (relation.column)`: only where the relation cannot be mistaken for another. */
function qualified(star: SyntaxNode): string[] {
  const all = nodes(star, 'qualified_exclude_list');
  if (all.length > 0 && !all.every((entry) => text(entry, 'table') === ''))
    throw new UntranslatableError('EXCLUDE of one relation\u2019s column');
  return all.map((entry) => text(entry, 'column'));
}

/** A list of pairs, by the key in lower case; a key may be a qualified name. */
function keyed(star: SyntaxNode, list: string): Map<string, unknown> {
  return new Map(
    nodes(star, list).map((entry) => {
      const key = typeof entry.key === 'string' ? entry.key : isNode(entry.key) ? text(entry.key, 'column') : '';
      return [key.toLowerCase(), entry.value];
    }),
  );
}

/** Relation by relation; what USING made one of two stands where it is met first. */
function starColumns(scope: Scope, relation: string): ScopeColumn[] {
  const relations = relation === '' ? scope.relations : scope.relations.filter(({ alias }) => same(alias, relation));
  if (relations.length === 0) throw new UntranslatableError(`the relation ${relation || '*'}`);
  const seen = new Set<string>();
  return relations.flatMap(({ columns }) =>
    columns.flatMap((column) => {
      const key = column.name.toLowerCase();
      const merged = relation === '' ? scope.merged.get(key) : undefined;
      if (!merged) return [column];
      if (seen.has(key)) return [];
      seen.add(key);
      return [merged];
    }),
  );
}

/** The name of a plain column; undefined of anything else. */
export function columnName(expression: SyntaxNode, scope: Scope): string | undefined {
  const parts = texts(expression, 'column_names');
  if (text(expression, 'class') !== 'COLUMN_REF') return undefined;
  const found = resolve(parts, scope);
  return found && 'name' in found && typeof found.name === 'string' ? found.name : parts.at(-1);
}
