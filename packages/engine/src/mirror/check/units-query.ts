import { canonicalText, eachSide, exactSum, type SqlPair, type StoredColumn } from '../../bridge/index.ts';

/** Units fall into so many groups by their hash: what both sides answer stays small, however many units there are. */
const groups = 4096;

export interface UnitsQuery {
  /** A row for each group of units: `key`, the number of `units`, and `rows` and `digest` of all their rows. */
  readonly inGroups: SqlPair;
  /** A row for each unit of some groups: `key`, the texts of its columns `t0`, ..., and `rows` and `digest`. */
  unitsOf(keys: readonly string[]): SqlPair;
}

export interface UnitsQueryOptions {
  /** The columns of the unit. */
  readonly unit: readonly StoredColumn[];
  /** The hash of a row. */
  readonly rowHash: SqlPair;
  /** The hash of a unit, whose columns are `u0`, ...; undefined: the table is one unit. */
  readonly unitHash: SqlPair | undefined;
  /** The quoted table. */
  readonly from: SqlPair;
}

/** The columns of units as `unitHash` finds them. */
export function namedUnit(unit: readonly StoredColumn[]): StoredColumn[] {
  return unit.map((column, index) => ({ ...column, value: alike(`u${index}`) }));
}

/** Queries that sum up a table's rows by their units, in one pass each. */
export function unitsQuery({ unit, rowHash, unitHash, from }: UnitsQueryOptions): UnitsQuery {
  const units = pair((side) => {
    const values = unit.map(({ value }, index) => `${value[side]} AS u${index}, `);
    const places = unit.map((_, index) => index + 1);
    const groupBy = unit.length === 0 ? '' : ` GROUP BY ${places.join(', ')}`;
    return `SELECT ${values.join('')}count(*) AS n, sum(${rowHash[side]}) AS d FROM ${from[side]}${groupBy}`;
  });
  const group = unitHash ? eachSide(unitHash, (hash) => `(${hash} & ${groups - 1})`) : alike('0');
  const sums = `${exactSum('n')} AS rows, ${exactSum('d')} AS digest`;
  const texts = namedUnit(unit).map(canonicalText);
  return {
    inGroups: pair(
      (side) =>
        `SELECT ${group[side]} AS key, count(*)::varchar AS units, ${sums} FROM (${units[side]}) AS units GROUP BY 1`,
    ),
    unitsOf: (keys) =>
      pair((side) => {
        const parts = texts.map((text) => `coalesce(length(${text[side]}) || ':' || ${text[side]}, 'NULL')`);
        const key = parts.length === 0 ? `''` : parts.join(' || ');
        const shown = unit.map((_, index) => `u${index}::varchar AS t${index}, `).join('');
        return `SELECT ${key} AS key, ${shown}n::varchar AS rows, coalesce(d, 0)::varchar AS digest FROM (${units[side]}) AS units WHERE ${group[side]} IN (${keys.join(', ')})`;
      }),
  };
}

const alike = (sql: string): SqlPair => ({ duck: sql, postgres: sql });

function pair(sql: (side: keyof SqlPair) => string): SqlPair {
  return { duck: sql('duck'), postgres: sql('postgres') };
}
