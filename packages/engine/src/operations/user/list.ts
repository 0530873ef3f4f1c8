import type { AnonymousContext } from '../context.ts';
import { personSql, type Person } from './person.ts';

interface ListPeople {
  readonly ctx: AnonymousContext;
  readonly input: {
    /** The correo after which the page begins. */
    readonly after?: string | undefined;
    readonly limit: number;
  };
}

/** People by correo, inactive ones too. */
export async function listPeople({ ctx, input }: ListPeople): Promise<readonly Person[]> {
  const { rows } = await ctx.db.query<Person>(
    `${personSql} WHERE $1::text IS NULL OR u.correo > $1 ORDER BY u.correo LIMIT $2`,
    [input.after ?? null, input.limit],
  );
  return rows;
}
