import { createDemand } from './demand/working-tables.ts';
import { inventoryTables } from './inventory/inventory-tables.ts';
import type { DemoPlan } from './plan.ts';
import { receiptTables } from './receipts/receipt-tables.ts';
import { catalogueTables, placesAndSuppliers } from './tables/masters.ts';
import { ventasRaw } from './tables/ventas-raw.ts';

export interface Stage {
  readonly label: string;
  /** Where it is known beforehand: how many rows the stage's INSERT statements write. */
  readonly totalRows?: number;
  readonly statements: readonly string[];
}

/** All that makes the demo, in order: later statements read the working tables of the earlier ones. */
export function demoStages(plan: DemoPlan): readonly Stage[] {
  return [
    {
      label: 'demo: stores, products and their demand',
      statements: [...createDemand(plan), ...placesAndSuppliers(plan)],
    },
    { label: 'demo: sales lines', totalRows: plan.rows, statements: ventasRaw(plan) },
    {
      label: 'demo: receipts, classes, stock and movements',
      statements: [...receiptTables(plan), ...catalogueTables(plan), ...inventoryTables(plan)],
    },
  ];
}
