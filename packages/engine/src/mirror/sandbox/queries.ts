import { guard } from './allowed.ts';
import { column, expression, nameOf, orders } from './expressions.ts';
import { fewColumns, lower, newScope, renamed, starColumns } from './names.ts';
import { source } from './sources.ts';
import {
  byKind,
  each,
  flag,
  inside,
  listOf,
  objectOf,
  oneOf,
  rebuild,
  refuse,
  text,
  withinCost,
  type Built,
  type Node,
  type Place,
  type Relation,
  type Rule,
} from './tree.ts';

/** Each SELECT has operators of its own, which hold memory each. */
const selectCost = 50;

/** Goes through a SELECT, whatever it is made of. @throws SqlRefused */
export function query(node: Node, place: Place): Built & Relation {
  const kind = Object.hasOwn(kinds, String(node['type'])) ? kinds[String(node['type'])] : undefined;
  if (!kind) throw refuse('construct', String(node['type']), node);
  const ctes = new Map(place.ctes);
  const here = inside({ ...place, ctes }, newScope(place.scope));
  let columns: readonly string[] = [];
  const withColumns = (names: readonly string[]) => void (columns = fewColumns(names));
  const first = rebuild({ cte_map: node['cte_map'] ?? null }, { cte_map: withList(ctes) }, here);
  const rest = { ...node, cte_map: null };
  const body = rebuild(rest, { type: text, ...kind(withColumns, here), modifiers: each(modifier) }, here);
  return {
    node: { ...objectOf(body.node), ...objectOf(first.node) },
    cost: withinCost(selectCost + first.cost + body.cost),
    columns,
  };
}

type SetColumns = (names: readonly string[]) => void;
type Kind = (setColumns: SetColumns, place: Place) => Readonly<Record<string, Rule>>;

/** The names of WITH, each known to those after it. */
function withList(ctes: Map<string, Relation>): Rule {
  const entry: Rule = (value, place) => {
    const { key } = objectOf(value);
    let relation: Relation = { columns: [], cost: 0 };
    const named: Rule = (of, at) => {
      const built = query(objectOf(of), at);
      relation = renamed(built, objectOf(objectOf(value)['value'])['aliases']);
      return built;
    };
    const info = {
      aliases: each(text),
      query: ((of, at) => rebuild(objectOf(of), { node: named }, at)) satisfies Rule,
      materialized: oneOf('CTE_MATERIALIZE_DEFAULT', 'CTE_MATERIALIZE_ALWAYS', 'CTE_MATERIALIZE_NEVER'),
    };
    const rules = { key: text, value: ((of, at) => rebuild(objectOf(of), info, at)) satisfies Rule };
    // It sees nothing of the SELECT that it stands before.
    const built = rebuild(objectOf(value), rules, { ...place, scope: place.scope?.outer });
    ctes.set(lower(key), relation);
    return built;
  };
  return (value, place) => rebuild(objectOf(value), { map: each(entry) }, place);
}

const whole: Rule = (value, _, node) => {
  if (!Number.isSafeInteger(value)) throw refuse('construct', 'GROUP BY', node);
  return { node: value, cost: 0.1 };
};

const select: Kind = (setColumns, place) => {
  const { scope } = place;
  const columns: string[] = [];
  const item: Rule = (value, at, node) => {
    const asked = objectOf(value);
    const built = column(value, at, node);
    const isStar = asked['class'] === 'STAR';
    const names = isStar ? starColumns(asked, at) : [nameOf(asked)];
    columns.push(...names);
    setColumns(columns);
    if (asked['alias']) scope?.aliases.set(lower(asked['alias']), built.cost);
    return { node: called(built.node), cost: built.cost + (isStar ? names.length : 0) };
  };
  return {
    from_table: source,
    select_list: each(item),
    where_clause: expression,
    group_expressions: each(expression),
    group_sets: each(each(whole)),
    aggregate_handling: oneOf('STANDARD_HANDLING', 'FORCE_AGGREGATES'),
    having: expression,
    qualify: expression,
  };
};

/** A column whose text is held to a length would be called after the guard. */
function called(node: unknown): unknown {
  const { function_name: name, alias, children } = objectOf(node);
  if (name !== guard || alias) return node;
  const inner = objectOf(listOf(children)[0])['function_name'];
  return { ...objectOf(node), alias: inner === '||' ? 'concat' : inner };
}

const side =
  (onColumns: SetColumns): Rule =>
  (value, place) => {
    const built = query(objectOf(value), { ...place, scope: place.scope?.outer });
    onColumns(built.columns);
    return built;
  };

const setOperation: Kind = (setColumns) => {
  let left: readonly string[] = [];
  return {
    setop_type: oneOf('UNION', 'EXCEPT', 'INTERSECT', 'UNION_BY_NAME'),
    setop_all: flag,
    left: side((names) => void (left = names)),
    right: (value, at, node) =>
      side((names) => {
        const more = node['setop_type'] === 'UNION_BY_NAME' ? names.filter((name) => !left.includes(name)) : [];
        setColumns([...left, ...more]);
      })(value, at, node),
  };
};

const recursive: Kind = (setColumns, place) => {
  const ctes = new Map(place.ctes);
  const left: Rule = (value, at, node) =>
    side((names) => {
      const relation = renamed({ columns: names, cost: 1 }, node['aliases']);
      ctes.set(lower(node['cte_name']), relation);
      setColumns(relation.columns);
    })(value, at, node);
  const right: Rule = (value, at, node) => side(() => {})(value, { ...at, ctes }, node);
  return { cte_name: text, union_all: flag, aliases: each(text), left, right };
};

const kinds: Readonly<Record<string, Kind>> = {
  SELECT_NODE: select,
  SET_OPERATION_NODE: setOperation,
  RECURSIVE_CTE_NODE: recursive,
};

const modifierKinds: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  DISTINCT_MODIFIER: { distinct_on_targets: each(expression) },
  LIMIT_MODIFIER: { limit: expression, offset: expression },
  LIMIT_PERCENT_MODIFIER: { limit: expression, offset: expression },
};

const modifier: Rule = (value, place, parent) => {
  const node = objectOf(value);
  if (node['type'] === 'ORDER_MODIFIER') return orders(value, place, parent);
  return rebuild(node, { type: text, ...byKind(modifierKinds, node['type'], node) }, place);
};
