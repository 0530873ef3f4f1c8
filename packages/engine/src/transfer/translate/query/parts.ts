import { type Aliases, type Place, type Scope, type Translation, bind, naturalNames } from '../bind/index.ts';
import { name, node, nodes, optionalNode, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { type Typed, write } from '../write/index.ts';
import { columnName, expandStar } from './star.ts';
import { ordersAll, placeOf } from './tail.ts';

/** The expressions of a SELECT, their names resolved. */
export interface Parts {
  readonly items: readonly { readonly name: string; readonly expression: SyntaxNode }[];
  readonly where?: SyntaxNode;
  readonly groups: readonly SyntaxNode[];
  readonly having?: SyntaxNode;
  readonly qualify?: SyntaxNode;
  /** Undefined: no DISTINCT; empty: DISTINCT; else the targets of DISTINCT ON. */
  readonly distinct?: readonly SyntaxNode[];
  /** Order keys: a place in the answer (from 0) or an expression. */
  readonly orders: readonly { readonly order: SyntaxNode; readonly place?: number; readonly expression?: SyntaxNode }[];
  readonly limit?: SyntaxNode;
  /** Every expression, for DuckDB to tell their types. */
  readonly all: readonly SyntaxNode[];
}

/** A column of the answer. */
export interface Output {
  readonly name: string;
  readonly typed: Typed;
  /** What makes text of an expression sort by its bytes; a column has it from its table. */
  readonly collation: string;
}

interface Item {
  readonly name: string;
  readonly expression: SyntaxNode;
}

export async function bindParts(select: SyntaxNode, scope: Scope, translation: Translation): Promise<Parts> {
  const { items, aliases } = await selectList(select, scope, translation);
  const place: Place = { scope, aliases };
  const optional = async (key: string, at: Place = place) => {
    const part = optionalNode(select, key);
    return part ? await bind(part, at, translation) : undefined;
  };
  const where = await optional('where_clause');
  const having = await optional('having', { ...place, noDoubt: true });
  const qualify = await optional('qualify', { ...place, noDoubt: true });
  const groups: SyntaxNode[] = [];
  for (const group of nodes(select, 'group_expressions')) groups.push(await groupKey(group, items, place, translation));
  const modifiers = await bindModifiers(select, items, { ...place, aliasesFirst: true }, translation);
  const all = [
    ...items.map(({ expression }) => expression),
    ...[where, having, qualify].filter((part) => part !== undefined),
    ...groups,
    ...(modifiers.distinct ?? []),
    ...modifiers.orders.flatMap(({ expression }) => (expression ? [expression] : [])),
  ];
  return {
    items,
    groups,
    ...modifiers,
    all,
    ...(where && { where }),
    ...(having && { having }),
    ...(qualify && { qualify }),
  };
}

/** Later expressions may name earlier ones by their alias. */
async function selectList(
  select: SyntaxNode,
  scope: Scope,
  translation: Translation,
): Promise<{ items: Item[]; aliases: Aliases }> {
  const aliases = new Map<string, SyntaxNode>();
  const given: { name: string | undefined; expression: SyntaxNode; original: SyntaxNode }[] = [];
  for (const item of nodes(select, 'select_list')) {
    const isStar = text(item, 'class') === 'STAR';
    const expanded = isStar ? expandStar(item, scope, translation) : [{ expression: item }];
    for (const part of expanded) {
      const alias = text(item, 'alias') || undefined;
      const known =
        'name' in part && typeof part.name === 'string' ? part.name : (alias ?? columnName(part.expression, scope));
      const expression = await bind(part.expression, { scope, aliases }, translation);
      given.push({ name: known, expression, original: part.expression });
      if (alias !== undefined) aliases.set(alias.toLowerCase(), expression);
    }
  }
  const unnamed = given.filter((item) => item.name === undefined);
  const natural = await naturalNames(
    unnamed.map(({ original }) => original),
    translation,
  );
  const named = given.map((item) => ({
    name: item.name ?? natural[unnamed.indexOf(item)] ?? '',
    expression: item.expression,
  }));
  return { items: withUniqueNames(named), aliases };
}

/** As DuckDB tells columns of one name apart. */
function withUniqueNames(items: readonly Item[]): Item[] {
  const taken = new Set<string>();
  return items.map(({ name: wanted, expression }) => {
    let unique = wanted;
    for (let serial = 1; taken.has(unique.toLowerCase()); serial += 1) unique = `${wanted}_${serial}`;
    taken.add(unique.toLowerCase());
    return { name: unique, expression };
  });
}

/** A number means that column of the answer. */
async function groupKey(
  group: SyntaxNode,
  items: readonly Item[],
  place: Place,
  translation: Translation,
): Promise<SyntaxNode> {
  const position = text(group, 'class') === 'CONSTANT' ? optionalNode(group, 'value')?.value : undefined;
  const item = typeof position === 'number' ? items[position - 1] : undefined;
  return item ? item.expression : bind(group, place, translation);
}

type Modifiers = Pick<Parts, 'distinct' | 'orders' | 'limit'>;

async function bindModifiers(
  select: SyntaxNode,
  items: readonly Item[],
  place: Place,
  translation: Translation,
): Promise<Modifiers> {
  let modifiers: Modifiers = { orders: [] };
  for (const modifier of nodes(select, 'modifiers')) {
    switch (text(modifier, 'type')) {
      case 'DISTINCT_MODIFIER': {
        const distinct: SyntaxNode[] = [];
        for (const target of nodes(modifier, 'distinct_on_targets'))
          distinct.push(await groupKey(target, items, place, translation));
        modifiers = { ...modifiers, distinct };
        break;
      }
      case 'ORDER_MODIFIER':
        modifiers = { ...modifiers, orders: await bindOrders(nodes(modifier, 'orders'), items, place, translation) };
        break;
      case 'LIMIT_MODIFIER':
        modifiers = { ...modifiers, limit: modifier };
        break;
      default:
        throw new UntranslatableError(
          text(modifier, 'type') === 'LIMIT_PERCENT_MODIFIER' ? 'LIMIT of a percentage' : name(modifier),
        );
    }
  }
  return modifiers;
}

async function bindOrders(
  orders: readonly SyntaxNode[],
  items: readonly Item[],
  place: Place,
  translation: Translation,
): Promise<Parts['orders']> {
  const bound: { order: SyntaxNode; place?: number; expression?: SyntaxNode }[] = [];
  for (const order of orders) {
    if (ordersAll(order)) {
      bound.push(...items.map((_, index) => ({ order, place: index })));
      continue;
    }
    const key = node(order, 'expression');
    const isNumber = text(key, 'class') === 'CONSTANT';
    const at = isNumber ? placeOf(order, []) : undefined;
    if (isNumber && (at === undefined || !items[at])) continue;
    bound.push(
      at === undefined
        ? { order, expression: await bind(key, asOrderKey(key, place), translation) }
        : { order, place: at },
    );
  }
  return bound;
}

/** An alias comes before a column only where it is the whole key. */
function asOrderKey(key: SyntaxNode, place: Place): Place {
  return text(key, 'class') === 'COLUMN_REF' ? place : { ...place, aliasesFirst: false };
}

/** The columns of the answer, written. */
export function outputs({ items }: Parts, translation: Translation): Output[] {
  return items.map(({ name: column, expression }) => {
    const typed = write(expression, translation);
    const bare = translation.boundAs(expression) !== undefined;
    return {
      name: column,
      typed: withType(typed),
      collation: typed.type.id === 'VARCHAR' && !bare ? ' COLLATE "C"' : '',
    };
  });
}

/** Constants that PostgreSQL would give no type, or another: DuckDB calls a NULL of no type an INTEGER. */
function withType(typed: Typed): Typed {
  if (typed.type.id === 'NULL') return { ...typed, sql: 'CAST(NULL AS int4)' };
  return typed.type.id === 'VARCHAR' && typed.constant !== undefined
    ? { ...typed, sql: `CAST(${typed.sql} AS text)` }
    : typed;
}
