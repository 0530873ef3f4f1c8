import type { WrittenContext } from './context.ts';
import { noteFailed } from '../ledger/index.ts';
import type { UnitReport } from '../report.ts';
import { addSums } from '../sums.ts';
import type { Understood } from './understand.ts';
import { loadUnits, type PlannedUnit } from '../units/index.ts';

/**
 * Loads the store-days of a delivery and notes in the draft what became of each.
 * @throws the first refusal; the units behind it are then noted as failed by the caller
 */
export async function loadDays(
  context: WrittenContext,
  understood: Understood,
  batches: readonly (readonly PlannedUnit[])[],
): Promise<void> {
  const { draft, delivery, ledger, brought } = context;
  const feed = understood.mapping.feed.name;
  const keyOf = ({ ubicacionId, fecha }: PlannedUnit) => `${feed} ${ubicacionId} ${fecha}`;
  await loadUnits(
    {
      ...context,
      feed,
      tables: understood.tables,
      delivery: ledger,
      force: context.force === true,
      partial: delivery.description.partial,
      broughtBy: (unit) => brought.get(keyOf(unit)),
      onRows: (rows) => context.stage.advance(rows),
      signal: context.signal,
      onUnits: (batch, reports, placeholders) => {
        draft.placeholders += placeholders;
        batch.forEach((unit, index) => {
          const report = reports[index];
          if (!report) return;
          if (report.outcome !== 'fallida') brought.set(keyOf(unit), delivery.name);
          count(context, unit, report);
        });
      },
    },
    batches,
  );
}

function count({ draft }: WrittenContext, unit: PlannedUnit, report: UnitReport): void {
  draft.units = [...draft.units, report];
  const { sums } = draft;
  if (report.outcome === 'igual') {
    draft.same += unit.rows;
  } else if (report.outcome === 'fallida') {
    // A line of a refused unit is a line that was not loaded.
    draft.rejected += unit.rows;
    draft.sums = { ...sums, rejected: addSums(sums.rejected, unit.sums) };
  } else {
    draft.loaded += unit.rows;
    draft.sums = { ...sums, loaded: addSums(sums.loaded, unit.sums) };
  }
}

/** Notes the store-days of which no line could be loaded: what is there of them stays. */
export async function noteHopeless(
  { pool, draft, ledger }: WrittenContext,
  { mapping }: Understood,
  units: readonly PlannedUnit[],
): Promise<void> {
  const found = new Set(units.map(({ ubicacionId, fecha }) => `${ubicacionId} ${fecha}`));
  const hopeless = new Map<string, UnitReport>();
  for (const { ubicacionId, fecha } of draft.rejects) {
    if (ubicacionId === null || fecha === null || found.has(`${ubicacionId} ${fecha}`)) continue;
    const message = 'None of its lines could be loaded.';
    hopeless.set(`${ubicacionId} ${fecha}`, { ubicacionId, fecha, outcome: 'fallida', rows: 0, sums: {}, message });
  }
  draft.units = [...draft.units, ...hopeless.values()];
  for (const unit of hopeless.values()) {
    await noteFailed(pool, mapping.feed.name, [unit], {
      message: unit.message ?? '',
      name: ledger.name,
      delivery: ledger.id,
    });
  }
}
