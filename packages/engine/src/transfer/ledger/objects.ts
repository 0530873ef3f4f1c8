import type { ClientBase } from 'pg';

/** Notes that a statement that follows the rows was carried out, or that PostgreSQL refused it and why. */
export async function noteObject(
  client: ClientBase,
  run: string,
  statement: string,
  refusal: string | null,
): Promise<void> {
  await client.query(
    `INSERT INTO fluxion_transfer.object (run, statement, refusal) VALUES ($1, md5($2), $3)
     ON CONFLICT (run, statement) DO UPDATE SET refusal = excluded.refusal`,
    [run, statement, refusal],
  );
}

/** Those of the statements that a run has not carried out yet; one that was refused is tried again. */
export async function openObjects<S extends { readonly sql: string }>(
  client: ClientBase,
  run: string,
  statements: readonly S[],
): Promise<S[]> {
  const { rows } = await client.query<{ place: number }>(
    `SELECT place::int FROM unnest($2::text[]) WITH ORDINALITY AS wanted(sql, place)
     WHERE EXISTS (SELECT FROM fluxion_transfer.object WHERE run = $1 AND statement = md5(sql) AND refusal IS NULL)`,
    [run, statements.map(({ sql }) => sql)],
  );
  const done = new Set(rows.map(({ place }) => place));
  return statements.filter((_, index) => !done.has(index + 1));
}

/** Forgets that statements were carried out, so that they are again. */
export async function forgetObjects(client: ClientBase, run: string, statements: readonly string[]): Promise<void> {
  await client.query(
    'DELETE FROM fluxion_transfer.object WHERE run = $1 AND statement IN (SELECT md5(sql) FROM unnest($2::text[]) AS given(sql))',
    [run, statements],
  );
}
