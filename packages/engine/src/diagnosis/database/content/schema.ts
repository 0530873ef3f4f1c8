import { schemaState, type SchemaState } from '../../../postgres/index.ts';
import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

const verdicts: Readonly<Record<SchemaState, Verdict>> = {
  absent: ok('There is none yet. `fluxion up` makes it, and so does `fluxion token`: to be done before a migration.'),
  behind: warning('It is of an older Fluxion.', 'Start this one: its first command brings the schema up to date.'),
  current: ok("It is this Fluxion's."),
  ahead: problem(
    'It is of a newer Fluxion, and this one will not touch it.',
    'Update Fluxion, or use another database.',
  ),
};

/** What a migration into a database without the schema makes: plain tables, which the schema then finds in its place. */
const withoutSchema = problem(
  'There are tables of a chain, but not in the schema of Fluxion: only `migrate`, `verify` and `export` work with them.',
  'In an empty database make the schema first (`fluxion token` does), then migrate into it.',
);

interface Found {
  readonly tables: readonly string[];
  readonly chain: boolean;
}

/** Whoever changes a table must own it: a dump that somebody else restored belongs to them. */
const foundSql = `
  SELECT ARRAY(
           SELECT format('%I.%I', n.nspname, c.relname)
           FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE (n.nspname LIKE 'fluxion%' OR n.nspname = 'public') AND c.relkind IN ('r', 'p', 'v', 'S')
    AND NOT pg_has_role(c.relowner, 'USAGE')) AS tables,
         to_regclass('public.ventas_raw') IS NOT NULL AS chain`;

function foreignVerdict(tables: readonly string[]): readonly Verdict[] {
  const [first] = tables;
  if (first === undefined) return [];
  return [
    problem(
      `${tables.length} tables, views or sequences belong to other roles, ${first} for one: they cannot be changed.`,
      'REASSIGN OWNED BY the other role TO this one, as their owner or an administrator.',
    ),
  ];
}

/** Fluxion's tables: whose they are, and which Fluxion's. */
export const schema: Check<AskedDatabase> = {
  name: 'schema',
  async look({ pool }) {
    const state = await schemaState(pool);
    const { rows } = await pool.query<Found>(foundSql);
    return rows.flatMap(({ tables, chain }) => {
      if (state === 'absent') return chain ? [withoutSchema] : [verdicts.absent];
      return [verdicts[state], ...foreignVerdict(tables)];
    });
  },
};
