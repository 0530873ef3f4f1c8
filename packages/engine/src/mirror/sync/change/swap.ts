import type { Unit } from '../../declared.ts';
import { copyName, sourceName, unitBatches, unitColumns, unitsCondition } from '../table/index.ts';
import { take, type CopyContext } from './copies.ts';
import type { Change } from './plan.ts';
import { refreshRollups, unitsWhere } from './rollups.ts';

/** So many units are asked for by one statement: its text and its plan grow with them. */
const unitsAtOnce = 256;

/** Brings the copy of a table to the snapshot. */
export async function swap(context: CopyContext, change: Extract<Change, { kind: 'swap' }>): Promise<void> {
  const { layout, gone, parts, units } = change;
  const { duck, rollups } = context;
  const table = copyName(layout.table);
  const wide: Unit[] = [];
  // Rows that leave, and rows that come: either may be of units that the other is not of.
  const collect = async () => {
    for (const condition of rollups.length === 0 ? [] : gone) wide.push(...(await unitsWhere(duck, layout, condition)));
  };
  await collect();
  for (const condition of gone) await duck.run(`DELETE FROM ${table} WHERE ${condition}`);
  for (const part of parts) await take(context, layout, part.name);
  await collect();
  for (const batch of unitBatches(units, unitsAtOnce)) {
    const condition = unitsCondition(unitColumns(layout), batch);
    await duck.run(`DELETE FROM ${table} WHERE ${condition}`);
    await take(context, layout, `${sourceName(layout.table)} WHERE ${condition}`);
  }
  await refreshRollups(duck, rollups, layout, distinct([...wide, ...units]));
}

function distinct(units: readonly Unit[]): Unit[] {
  return [...new Map(units.map((unit) => [JSON.stringify(unit), unit])).values()];
}
