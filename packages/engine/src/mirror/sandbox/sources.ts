import { tableFunctions } from './allowed.ts';
import { expression } from './expressions.ts';
import { fewColumns, lower, renamed } from './names.ts';
import {
  byKind,
  each,
  inside,
  listOf,
  objectOf,
  oneOf,
  rebuild,
  refuse,
  text,
  type Node,
  type Place,
  type Relation,
  type Rule,
} from './tree.ts';

/** What stands behind FROM. Its names are added to the scope from left to right, as they may be used. */
export const source: Rule = (value, place, parent) => {
  const node = objectOf(value);
  const here = inside(place);
  if (node['type'] === 'JOIN') return join(node, here, parent);
  if (node['type'] === 'BASE_TABLE') return table(node, here, parent);
  return rebuild(node, { type: text, ...byKind(kinds, node['type'], node) }, here);
};

function addSource({ scope }: Place, { alias }: Node, name: string, relation: Relation, names: unknown): void {
  const { columns, cost } = renamed(relation, names);
  scope?.sources.push({ alias: lower(alias || name), columns: fewColumns(columns), cost });
}

/** A table by the name that it is declared with, or a name of WITH: nothing else is looked up. */
const table: Rule = (value, place) => {
  const node = objectOf(value);
  const { statement, ctes } = place;
  const [schema, name] = [lower(node['schema_name'] ?? ''), lower(node['table_name'])];
  if (node['catalog_name']) throw refuse('table', `${String(node['catalog_name'])}.${schema}.${name}`, node);
  const cte = schema === '' ? ctes.get(name) : undefined;
  const askable = statement.tables.get(['', 'public', 'main'].includes(schema) ? name : `${schema}.${name}`);
  if (!cte && !askable) throw refuse('table', schema === '' ? name : `${schema}.${name}`, node);
  const relation = cte ?? { columns: (askable?.columns ?? []).map(({ name: of }) => lower(of)), cost: 0 };
  addSource(place, node, name, relation, node['column_name_alias']);
  const same = { type: text, alias: text, catalog_name: text, column_name_alias: each(text) };
  if (cte || !askable) return counted(rebuild(node, { ...same, schema_name: text, table_name: text }, place), relation);
  statement.reads.add(askable.of);
  const exact = { ...node, schema_name: askable.schema, table_name: askable.table };
  return rebuild(exact, { ...same, schema_name: oneOf(askable.schema), table_name: oneOf(askable.table) }, place);
};

const counted = ({ node, cost }: ReturnType<Rule>, relation: Relation) => ({ node, cost: cost + relation.cost });

const joinTypes = oneOf('INNER', 'LEFT', 'RIGHT', 'OUTER', 'FULL', 'SEMI', 'ANTI');

const join: Rule = (value, place) => {
  const node = objectOf(value);
  const sources = place.scope?.sources;
  let before = 0;
  const right: Rule = (of, at, parent) => {
    before = sources?.length ?? 0;
    return source(of, at, parent);
  };
  const rules = {
    type: text,
    alias: text,
    left: source,
    right,
    condition: expression,
    join_type: joinTypes,
    ref_type: oneOf('REGULAR', 'NATURAL', 'CROSS', 'POSITIONAL', 'ASOF'),
    using_columns: each(text),
  };
  const built = rebuild(node, rules, place);
  // What the right side of these has is not seen any longer.
  if (['SEMI', 'ANTI'].includes(String(node['join_type']))) sources?.splice(before);
  return built;
};

const subquery: Rule = (value, place, parent) =>
  rebuild(
    objectOf(value),
    {
      node: (of) => {
        const built = place.query(objectOf(of), inside(place));
        addSource(place, parent, 'unnamed_subquery', built, parent['column_name_alias']);
        return built;
      },
    },
    place,
  );

const rows: Rule = (value, place, parent) => {
  const columns = listOf(listOf(value)[0]).map((_, index) => `col${index}`);
  const built = each(each(expression))(value, place, parent);
  addSource(place, parent, 'valueslist', { columns, cost: built.cost }, parent['column_name_alias']);
  return built;
};

const call: Rule = (value, place, parent) => {
  const node = objectOf(value);
  const name = lower(node['function_name']);
  if (!tableFunctions.has(name)) throw refuse('function', String(node['function_name']), node);
  const rules = {
    class: oneOf('FUNCTION'),
    type: oneOf('FUNCTION'),
    function_name: text,
    children: each(expression),
    order_bys: oneOfNothing,
  };
  const built = rebuild(node, rules, place);
  addSource(place, parent, name, { columns: [name], cost: built.cost }, parent['column_name_alias']);
  return built;
};

const oneOfNothing: Rule = (value, place) =>
  rebuild(objectOf(value), { type: oneOf('ORDER_MODIFIER'), orders: oneOf() }, place);

const kinds: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  EMPTY: { alias: text },
  SUBQUERY: { alias: text, column_name_alias: each(text), subquery },
  EXPRESSION_LIST: { alias: text, column_name_alias: each(text), values: rows },
  TABLE_FUNCTION: { alias: text, column_name_alias: each(text), function: call },
};
