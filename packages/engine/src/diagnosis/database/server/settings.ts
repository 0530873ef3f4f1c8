import type { AskedDatabase } from '../asked.ts';
import { ok, problem, warning, type Check, type Verdict } from '../../verdict.ts';

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** What is wrong with a server's values; undefined: nothing. Sizes are in bytes. */
type Rule = (values: Values) => Verdict | undefined;

class Values {
  readonly #values: ReadonlyMap<string, string>;

  constructor(rows: readonly Setting[]) {
    this.#values = new Map(rows.map(({ name, value }) => [name, value]));
  }

  /** Empty where the server has no such setting, or hides it. */
  text(name: string): string {
    return this.#values.get(name) ?? '';
  }

  /** Not a number where the server has no such setting. */
  number(name: string): number {
    return Number(this.#values.get(name) ?? Number.NaN);
  }
}

const mebibyte = 2 ** 20;
const where = 'On RDS it is set in the parameter group, elsewhere by ALTER SYSTEM.';

/** Something must be on, or Fluxion (or nobody) may rely on the data. */
function on(name: string, without: string): Rule {
  return (values) =>
    values.text(name) === 'off' ? problem(`${name} is off: ${without}`, `Set it to on. ${where}`) : undefined;
}

function atLeast(name: string, mebibytes: number, otherwise: string): Rule {
  return (values) =>
    values.number(name) < mebibytes * mebibyte
      ? warning(
          `${name} is ${Math.round(values.number(name) / mebibyte)} MB: ${otherwise}`,
          `Set it to ${mebibytes}MB or more. ${where}`,
        )
      : undefined;
}

const rules: readonly Rule[] = [
  on('autovacuum', 'what was deleted is never given back, and at last the server stops to write.'),
  on('track_counts', 'autovacuum does not know what to do.'),
  on('fsync', 'a crash of the machine may destroy the database.'),
  on('full_page_writes', 'a crash of the machine may destroy the database.'),
  (values) =>
    values.text('synchronous_commit') === 'off'
      ? warning('synchronous_commit is off: what was just committed may be lost in a crash.', `Set it to on. ${where}`)
      : undefined,
  (values) =>
    values.text('default_transaction_isolation') === 'read committed'
      ? undefined
      : problem(
          `default_transaction_isolation is ${values.text('default_transaction_isolation')}: Fluxion's transactions count on read committed.`,
          'Reset it for the role, the database and the server.',
        ),
  atLeast('work_mem', 4, 'questions that PostgreSQL answers sort on the disk.'),
  atLeast('maintenance_work_mem', 64, 'indexes are built slowly after a migration.'),
  atLeast('max_wal_size', 2048, 'a bulk load forces a checkpoint every few seconds.'),
  (values) =>
    values.number('random_page_cost') > 2
      ? warning(
          `random_page_cost is ${values.text('random_page_cost')}: the planner takes the disk for one that turns, and avoids indexes.`,
          `Set it to 1.1. ${where}`,
        )
      : undefined,
  (values) =>
    values.text('password_encryption') === 'md5'
      ? warning('password_encryption is md5.', `Set it to scram-sha-256, and set the passwords anew. ${where}`)
      : undefined,
];

const forceSsl = 'Set rds.force_ssl to 1 in the parameter group.';

const rdsRules: readonly Rule[] = [
  (values) => {
    const value = values.text('rds.force_ssl');
    if (value === '') return warning('rds.force_ssl cannot be read by this role.', `See that it is on. ${forceSsl}`);
    if (['1', 'on'].includes(value)) return undefined;
    return problem('rds.force_ssl is off: whoever can reach the server may sign in unencrypted.', forceSsl);
  },
  atLeast('shared_buffers', 256, 'PostgreSQL reads nearly everything from the disk.'),
];

/** Sizes in bytes, whatever unit the server keeps each in. RDS's own setting may be one that is not listed. */
const valuesSql = `
  SELECT name, CASE WHEN unit IN ('8kB', 'kB', 'MB') THEN pg_size_bytes(current_setting(name))::text ELSE setting END AS value
  FROM pg_settings
  UNION ALL
  SELECT 'rds.force_ssl', current_setting('rds.force_ssl', true) WHERE current_setting('rds.force_ssl', true) IS NOT NULL`;
const shown = ['shared_buffers', 'effective_cache_size', 'work_mem', 'maintenance_work_mem', 'max_wal_size'];

/** @param found sizes in bytes */
export function settingsVerdicts(found: readonly Setting[], target: AskedDatabase['target']): readonly Verdict[] {
  const values = new Values(found);
  const broken = [...rules, ...(target === 'rds' ? rdsRules : [])].flatMap((rule) => rule(values) ?? []);
  const sizes = shown.map((name) => `${name} ${Math.round(values.number(name) / mebibyte)} MB`);
  return broken.length > 0 ? broken : [ok(`As Fluxion wants them: ${sizes.join(', ')}.`)];
}

/** The server's settings, as this role's sessions have them. What Fluxion sets for its own sessions is none of them. */
export const settings: Check<AskedDatabase> = {
  name: 'settings',
  async look({ pool, target }) {
    const { rows } = await pool.query<Setting>(valuesSql);
    return settingsVerdicts(rows, target);
  },
};
