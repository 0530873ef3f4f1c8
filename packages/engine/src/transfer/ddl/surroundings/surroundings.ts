import { prepare, type DdlContext } from '../context.ts';
import { planEnumTypes } from './enum-types.ts';
import { planSchemas } from './schemas.ts';
import { planSequences } from './sequences.ts';

/** What the tables need: schemas, types, sequences. The trial has them from then on. */
export async function planSurroundings(context: DdlContext) {
  const schemas = planSchemas(context);
  const types = planEnumTypes(context);
  const sequences = await planSequences(context);
  const statements = [...schemas.before, ...types.before, ...sequences.before];
  for (const statement of statements) await prepare(context, statement);
  return {
    statements,
    reports: [...schemas.reports, ...types.reports],
    objects: sequences.objects,
    created: sequences.created,
    createdTypes: types.created,
  };
}
