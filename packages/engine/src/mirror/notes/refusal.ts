import type { TableFacts } from './table-facts.ts';

/** Types whose equal values have one text, in both databases. */
const unitTypes: ReadonlySet<string> = new Set(['int2', 'int4', 'int8', 'text', 'varchar', 'date', 'uuid', 'bool']);

const kinds: Readonly<Record<string, string>> = {
  v: 'a view: mirror the tables that it reads',
  m: 'a materialized view: mirror the tables that it reads',
  f: 'a foreign table, whose changes are made elsewhere',
};

/** A table that is to be mirrored. */
export interface AskedTable {
  /** What it is called by. */
  readonly name: string;
  readonly schema: string;
  readonly table: string;
  readonly unit: readonly string[];
  readonly noting: 'triggers' | 'writers';
}

/** Why the table cannot be mirrored, in one sentence that says what to do; undefined if it can. */
export function refusalOf(asked: AskedTable, facts: TableFacts | undefined): string | undefined {
  const { name, schema } = asked;
  if (!facts) return `There is no table ${name}; a table outside of the schema public is called schema.table.`;
  if (/^(pg_|information_schema$|fluxion_mirror$)/i.test(schema)) return `${name} is a table of the system's own.`;
  const kind = kinds[facts.kind];
  if (kind !== undefined) return `${name} is ${kind}.`;
  return refusalOfTable(name, facts) ?? refusalOfRights(asked, facts) ?? refusalOfUnit(asked, facts);
}

function refusalOfTable(name: string, facts: TableFacts): string | undefined {
  if (facts.isPartition) return `${name} is a partition: mirror the table that it is a part of.`;
  if (facts.persistence === 't') return `${name} is temporary: only its own session sees it.`;
  if (facts.persistence === 'u')
    return `${name} is unlogged, and empty after a crash without a trace: make it logged (ALTER TABLE ... SET LOGGED).`;
  const [other] = facts.otherParts;
  if (other !== undefined) return `${name} cannot be mirrored: its partition ${other}.`;
  if (facts.inherits)
    return `${name} takes part in inheritance, through which rows change without its triggers: make its children partitions, or tables of their own.`;
  if (facts.isSecured)
    return `Row security hides rows of ${name} from this role: give the role BYPASSRLS, or connect as the table's owner.`;
  const [subscribed] = facts.subscribed;
  if (subscribed !== undefined)
    return `A subscription writes into ${subscribed}, which fires no statement triggers: mirror the table where it is published.`;
  return undefined;
}

function refusalOfRights({ name, noting }: AskedTable, facts: TableFacts): string | undefined {
  const [unreadable] = facts.unreadable;
  if (unreadable !== undefined) return `This role may not read ${unreadable}: GRANT SELECT on it, to mirror ${name}.`;
  const [untriggerable] = noting === 'triggers' ? facts.untriggerable : [];
  return untriggerable === undefined
    ? undefined
    : `This role may not put triggers on ${untriggerable}: GRANT TRIGGER on it, to mirror ${name}.`;
}

function refusalOfUnit({ name, unit }: AskedTable, facts: TableFacts): string | undefined {
  if (new Set(unit).size < unit.length) return `The unit of ${name} has a column twice: name each once.`;
  for (const column of unit) {
    const found = facts.columns.find((one) => one.name === column);
    if (!found) return `${name} has no column ${column}: name columns that it has as its unit.`;
    if (!unitTypes.has(found.type))
      return `${name}.${column} is of the type ${found.type}, and columns of a unit are of ${[...unitTypes].join(', ')}.`;
    if (!found.isDeterministic)
      return `${name}.${column} has a collation by which different texts are equal: choose another column for the unit.`;
    if (found.isVirtual) return `${name}.${column} is computed when it is read: choose another column for the unit.`;
  }
  return undefined;
}
