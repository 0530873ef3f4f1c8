import type { AskedDatabase } from '../asked.ts';
import { ok, problem, type Check } from '../../verdict.ts';

/** None is needed. PL/pgSQL, which Fluxion's triggers are written in, is one by form and is there unless somebody dropped it. */
export const extensions: Check<AskedDatabase> = {
  name: 'extensions',
  async look({ pool }) {
    const { rows } = await pool.query<{ extname: string }>('SELECT extname FROM pg_extension ORDER BY 1');
    const names = rows.map(({ extname }) => extname);
    if (!names.includes('plpgsql')) {
      return [
        problem('PL/pgSQL is not there.', 'CREATE EXTENSION plpgsql, which every role that owns a database may.'),
      ];
    }
    const others = names.filter((name) => name !== 'plpgsql');
    return [ok(others.length === 0 ? 'None, and none is needed.' : `${others.join(', ')}; none is needed.`)];
  },
};
