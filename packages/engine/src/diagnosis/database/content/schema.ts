import { schemaState, type SchemaState } from '../../../postgres/index.ts';
import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

const verdicts: Readonly<Record<SchemaState, Verdict>> = {
  absent: ok('There is none yet; `fluxion up` and every other command that needs it makes it.'),
  behind: warning('It is of an older Fluxion.', 'Start this one: its first command brings the schema up to date.'),
  current: ok("It is this Fluxion's."),
  ahead: problem(
    'It is of a newer Fluxion, and this one will not touch it.',
    'Update Fluxion, or use another database.',
  ),
};

interface Foreign {
  readonly tables: readonly string[];
  readonly owners: readonly string[];
}

/** Whoever changes a table must own it: a dump that somebody else restored belongs to them. */
const foreignSql = `
  SELECT ARRAY(SELECT DISTINCT format('%I.%I', n.nspname, c.relname)) AS tables
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE (n.nspname LIKE 'fluxion%' OR n.nspname = 'public') AND c.relkind IN ('r', 'p', 'v', 'S')
    AND NOT pg_has_role(c.relowner, 'USAGE')`;

/** Fluxion's tables: whose they are, and which Fluxion's. */
export const schema: Check<AskedDatabase> = {
  name: 'schema',
  async look({ pool }) {
    const state = await schemaState(pool);
    const { rows } = await pool.query<Foreign>(foreignSql);
    const foreign = rows.flatMap(({ tables }) => tables);
    if (state === 'absent' || foreign.length === 0) return [verdicts[state]];
    const [first = ''] = foreign;
    return [
      verdicts[state],
      problem(
        `${foreign.length} tables, views or sequences belong to other roles, ${first} for one: they cannot be changed.`,
        'REASSIGN OWNED BY the other role TO this one, as their owner or an administrator.',
      ),
    ];
  },
};
