import { createHash } from 'node:crypto';
import { quoteQualified } from '../../base/index.ts';
import { renderPostgresType } from '../../catalog/index.ts';
import type { OnLoss } from '../options.ts';
import type { TablePlan } from './table-plan.ts';

/**
 * What is decided for all tables, but for the losses, which depend on the values: a JSON object of the choice about losses
 * and, by the quoted name of each table, a digest.
 */
export function planDigest(onLoss: OnLoss = 'fail', mappings: readonly { readonly plan: TablePlan }[]): string {
  const tables = mappings.map(({ plan: { target, action, from, columns, source } }) => {
    const read = columns.map(({ name, target: into, type, carrier }) => [
      name,
      into,
      renderPostgresType(type),
      carrier.read?.sql,
    ]);
    const keys = action === 'create' ? [source.primaryKey, source.uniques, source.foreignKeys, source.checks] : [];
    const decided = JSON.stringify([action, from, read, keys]);
    return [quoteQualified(target.schema, target.name), createHash('sha256').update(decided).digest('hex')];
  });
  return JSON.stringify({ 'what becomes of losses (--on-loss)': onLoss, ...Object.fromEntries(tables) });
}

/** What two plans decide otherwise, as a person would call it; none: they are the same. */
export function planDifferences(one: string, other: string): string[] {
  const [left, right] = [one, other].map((plan): Record<string, unknown> => JSON.parse(plan));
  const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
  return [...names].filter((name) => left?.[name] !== right?.[name]);
}
