import { createHash } from 'node:crypto';
import { renderPostgresType } from '../../catalog/index.ts';
import type { OnLoss } from '../options.ts';
import type { TablePlan } from './table-plan.ts';

/** A digest of what is decided for all tables, but for the losses, which depend on the values. */
export function planDigest(onLoss: OnLoss = 'fail', mappings: readonly { readonly plan: TablePlan }[]): string {
  const decided = mappings.map(({ plan: { target, action, from, columns, source } }) => [
    target,
    action,
    from,
    columns.map(({ name, target: into, type, carrier }) => [name, into, renderPostgresType(type), carrier.read?.sql]),
    action === 'create' ? [source.primaryKey, source.uniques, source.foreignKeys, source.checks] : [],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([onLoss, decided]))
    .digest('hex');
}
