import type { ClientBase } from 'pg';
import { quoteQualified } from '../../../base/index.ts';
import { explainDependents } from '../dependents.ts';
import { madeByRun } from '../earlier/made.ts';

/**
 * Drops the foreign keys of what the run has made, so that rows which have changed can be taken out; they are made again
 * after the rows.
 */
export async function unlink(client: ClientBase, run: string): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS sql
     FROM fluxion_transfer.run AS r JOIN pg_constraint AS c ON c.conrelid = ANY(r.created)
     WHERE r.id = $1 AND c.contype = 'f' AND c.conparentid = 0`,
    [run],
  );
  for (const { sql } of rows) await client.query(sql);
}

/** Drops the views that the run has made. @throws FluxionError DATABASE_UNSUITABLE if something else reads one of them */
export async function dropViews(client: ClientBase, run: string): Promise<void> {
  const views = (await madeByRun(client, run)).filter(({ kind }) => kind === 'v');
  if (views.length === 0) return;
  const names = views.map(({ schema, name }) => quoteQualified(schema, name));
  await client.query(`DROP VIEW ${names.join(', ')}`).catch((error: unknown) => {
    throw explainDependents(error);
  });
}
