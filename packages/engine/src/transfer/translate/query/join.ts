import {
  type Scope,
  type ScopeColumn,
  type ScopeRelation,
  type Translation,
  bindCondition,
  resolve,
} from '../bind/index.ts';
import { node, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { compare } from '../write/index.ts';
import type { From } from './from.ts';

type TranslateFrom = (item: SyntaxNode, translation: Translation, scope: Scope) => Promise<From>;

const words: Readonly<Record<string, string>> = {
  INNER: 'JOIN',
  LEFT: 'LEFT JOIN',
  RIGHT: 'RIGHT JOIN',
  FULL: 'FULL JOIN',
  OUTER: 'FULL JOIN',
};

/** A join; SEMI and ANTI become conditions on the left side. */
export async function translateJoin(
  item: SyntaxNode,
  translation: Translation,
  scope: Scope,
  from: TranslateFrom,
): Promise<From> {
  const [kind, type] = [text(item, 'ref_type'), text(item, 'join_type')];
  if (!['REGULAR', 'CROSS', 'NATURAL', 'DEPENDENT'].includes(kind)) throw new UntranslatableError(`${kind} JOIN`);
  const left = await from(node(item, 'left'), translation, scope);
  const beside: Scope = { ...scope, relations: left.relations, merged: left.merged, around: scope };
  const right = await from(node(item, 'right'), translation, beside);
  const using = kind === 'NATURAL' ? shared(left, right) : texts(item, 'using_columns');
  if (kind === 'CROSS')
    return {
      ...joined(left, right, left.merged),
      sql: `(${left.sql} CROSS JOIN ${right.sql})`,
      filters: [...left.filters, ...right.filters],
    };
  if (left.relations.length === 0 || right.relations.length === 0) throw new UntranslatableError('a join with nothing');
  const pairs = using.map((column) => pair(column, left, right));
  const on = await conditionOf(item, pairs, translation, {
    ...scope,
    ...joined(left, right, left.merged),
    around: scope,
  });
  if (type === 'SEMI' || type === 'ANTI') {
    const where = [on, ...right.filters].join(' AND ');
    const exists = `${type === 'ANTI' ? 'NOT ' : ''}EXISTS (SELECT FROM ${right.sql} WHERE ${where})`;
    return { ...left, filters: [...left.filters, exists] };
  }
  const word = words[type];
  if (word === undefined) throw new UntranslatableError(`${type} JOIN`);
  assertFiltersHold(type, left, right);
  return {
    ...joined(left, right, merge(type, using, pairs, left)),
    sql: `(${left.sql} ${word} ${right.sql} ON ${on})`,
    filters: [...left.filters, ...right.filters],
  };
}

function joined(left: From, right: From, merged: Scope['merged']): Pick<From, 'relations' | 'merged'> {
  return { relations: [...left.relations, ...right.relations], merged: new Map([...right.merged, ...merged]) };
}

/** A condition on a side that the join fills up with NULLs cannot wait until after it. */
function assertFiltersHold(type: string, left: From, right: From): void {
  const optional = [...(type === 'LEFT' ? [] : left.filters), ...(type === 'RIGHT' ? [] : right.filters)];
  if (type !== 'INNER' && optional.length > 0) throw new UntranslatableError(`SEMI JOIN inside a ${type} JOIN`);
}

const names = (relations: readonly ScopeRelation[]) =>
  relations.flatMap(({ columns }) => columns.map(({ name }) => name));

function shared(left: From, right: From): string[] {
  const there = new Set(names(right.relations).map((name) => name.toLowerCase()));
  const common = [...new Set(names(left.relations).filter((name) => there.has(name.toLowerCase())))];
  if (common.length === 0) throw new UntranslatableError('NATURAL JOIN without common columns');
  return common;
}

function usingColumn(name: string, { relations, merged }: From): ScopeColumn {
  const found = resolve([name], { relations, merged, tables: new Map() });
  if (!found) throw new UntranslatableError(`the column ${name} of USING`);
  return { ...found, name };
}

const pair = (name: string, left: From, right: From) => [usingColumn(name, left), usingColumn(name, right)] as const;

async function conditionOf(
  item: SyntaxNode,
  pairs: readonly (readonly [ScopeColumn, ScopeColumn])[],
  translation: Translation,
  scope: Scope,
): Promise<string> {
  if (pairs.length > 0) return pairs.map(([left, right]) => compare(left, right, 'COMPARE_EQUAL')).join(' AND ');
  return bindCondition(node(item, 'condition'), { scope }, translation);
}

/** What the bare name of a USING column means afterwards: the side that has all rows, or of both the one that is there. */
function merge(
  type: string,
  using: readonly string[],
  pairs: readonly (readonly [ScopeColumn, ScopeColumn])[],
  left: From,
): Scope['merged'] {
  const merged = new Map(left.merged);
  pairs.forEach(([one, other], index) => {
    const both = type === 'FULL' || type === 'OUTER';
    if (both && one.type.text !== other.type.text)
      throw new UntranslatableError(`FULL JOIN USING (${one.name}) of two types`);
    const kept = type === 'RIGHT' ? other : one;
    const sql = both ? `COALESCE(${one.sql}, ${other.sql})` : kept.sql;
    const declared = names(left.relations).find((name) => name.toLowerCase() === using[index]?.toLowerCase());
    merged.set(one.name.toLowerCase(), { name: declared ?? one.name, type: kept.type, sql });
  });
  return merged;
}
