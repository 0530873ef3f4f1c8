import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { targetSchema } from '../../plan/migration-plan.ts';
import type { ObjectReport } from '../../report.ts';
import type { DdlContext } from '../context.ts';
import { present, renaming } from '../object-report.ts';

/** The schemas that the target lacks: those of the tables, and, if all of the file is carried across, every other of the file. */
export function planSchemas({ session, plan, narrowed }: DdlContext) {
  const { catalog, options } = session;
  const before: string[] = [];
  const reports: ObjectReport[] = [];
  const create = (schema: string) => {
    if (!plan.schemas.has(schema)) before.push(`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`);
  };
  const objects = [...catalog.tables, ...catalog.views, ...catalog.sequences, ...catalog.enums];
  if (objects.some(({ schema }) => schema === 'main')) create(options.schema);
  for (const { name, comment } of catalog.schemas) {
    if (narrowed && !plan.tables.some(({ source }) => source.schema === name)) continue;
    const target = targetSchema(options, name);
    create(target);
    if (plan.schemas.has(target)) {
      reports.push({ kind: 'schema', name, outcome: 'kept', reason: 'the target has one of that name' });
      continue;
    }
    if (comment !== null) before.push(`COMMENT ON SCHEMA ${quoteIdentifier(target)} IS ${quoteLiteral(comment)}`);
    reports.push(present('schema', name, renaming(name, target)));
  }
  return { before, reports };
}
