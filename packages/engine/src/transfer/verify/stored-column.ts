import { quoteIdentifier } from '../../base/index.ts';
import type { StoredColumn } from '../../bridge/index.ts';
import type { ColumnPlan } from '../plan/table-plan.ts';

/** A planned column as digests take it: as its plan's reading query gives it, and as the target holds it. */
export function storedColumn({ name, target, type, carrier, duckType }: ColumnPlan): StoredColumn {
  const value = { duck: quoteIdentifier(name), postgres: quoteIdentifier(target) };
  return { value, duckType: carrier.read?.type ?? duckType, type };
}
