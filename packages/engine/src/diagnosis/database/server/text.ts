import type { AskedDatabase } from '../asked.ts';
import { ok, problem, type Check, type Verdict } from '../../verdict.ts';

interface Text {
  readonly encoding: string;
  readonly provider: string;
  readonly locale: string;
  readonly made: string | null;
  readonly now: string | null;
}

/** `daticulocale` is called `datlocale` from 17 on: taken out of the row as JSON, whichever is there. */
const textSql = `
  SELECT pg_encoding_to_char(encoding) AS encoding,
         CASE datlocprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' ELSE 'builtin' END AS provider,
         coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', datcollate) AS locale,
         datcollversion AS made, pg_database_collation_actual_version(oid) AS now
  FROM pg_database AS d WHERE datname = current_database()`;

export function textVerdict({ encoding, provider, locale, made, now }: Text): Verdict {
  const found = `Texts are ${encoding}, sorted as ${locale} (${provider}) unless a query says otherwise.`;
  if (made === now || made === null || now === null) return ok(found);
  return problem(
    `${found} The order was that of version ${made}, and is that of ${now} now: indexes of texts may miss rows.`,
    'REINDEX DATABASE, then ALTER DATABASE ... REFRESH COLLATION VERSION.',
  );
}

/** How the server keeps and sorts texts. Any locale will do: where the order matters, Fluxion's queries say it. */
export const text: Check<AskedDatabase> = {
  name: 'text',
  async look({ pool }) {
    const { rows } = await pool.query<Text>(textSql);
    return rows.map(textVerdict);
  },
};
