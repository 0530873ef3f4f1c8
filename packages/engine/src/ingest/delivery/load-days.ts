import { messageOf } from '../../base/index.ts';
import type { WrittenContext } from './context.ts';
import { explainFailure } from './explain-failure.ts';
import { noteHopeless, noteUnloaded } from './failed-units.ts';
import { addSums } from '../sums.ts';
import type { Draft } from './report-draft.ts';
import { loadUnits, type PlannedUnit } from '../units/index.ts';
import type { Understood } from './reading/index.ts';

/**
 * Loads the store-days of a delivery and notes in the draft what became of each.
 * @throws the first refusal, explained; the units that it kept from being loaded are then noted as failed
 */
export async function loadDays(
  context: WrittenContext,
  understood: Understood,
  batches: readonly (readonly PlannedUnit[])[],
): Promise<void> {
  const { draft, delivery, ledger, brought } = context;
  const feed = understood.mapping.feed.name;
  const keyOf = ({ ubicacionId, fecha }: PlannedUnit) => `${feed} ${ubicacionId} ${fecha}`;
  await noteHopeless(context, understood, batches.flat());
  try {
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
  } catch (error) {
    const reason = explainFailure(error);
    await noteUnloaded(context, feed, batches.flat(), messageOf(reason));
    throw reason;
  }
}

function count({ draft }: WrittenContext, unit: PlannedUnit, report: Draft['units'][number]): void {
  draft.units.push(report);
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
