import { createDemand } from './demand/working-tables.ts';
import { inventoryTables } from './inventory/inventory-tables.ts';
import type { DemoPlan } from './plan.ts';
import { receiptTables } from './receipts/receipt-tables.ts';
import { catalogueTables, placesAndSuppliers } from './tables/masters.ts';
import { ventasRaw } from './tables/ventas-raw.ts';

export interface Stage {
  readonly label: string;
  /** How many rows the stage's INSERT statements write, if known in advance. */
  readonly totalRows?: number;
  readonly statements: readonly string[];
}

/** The stages of the demo, in order: later statements read working tables of earlier ones. */
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
