import type { Source } from '../../../client/index.ts';
import { Panel, Segmented } from '../../../components/index.ts';
import { groupingPatch, healthPatch } from '../model/index.ts';
import { useInventory, useOverviewTexts } from '../state/index.ts';
import { HealthBar } from './HealthBar.tsx';
import { HealthTable, type HealthTableProps } from './HealthTable.tsx';

export interface HealthPanelProps extends Omit<HealthTableProps, 'title'> {
  readonly source: Source;
}

/** How the stock of each store, or of each category, is: as bars, or as a table of the same figures. */
export function HealthPanel({ by, rows, totals, sold, source }: HealthPanelProps) {
  const texts = useOverviewTexts();
  const { address, change } = useInventory();
  const groupings = (['tienda', 'categoria'] as const).map((name) => ({ name, content: texts.byOf[name] }));
  const title = texts.health[by];
  return (
    <Panel
      title={title}
      definition={texts.healthDefinition}
      source={source}
      view={address.health}
      onView={(view) => change(healthPatch(view))}
      aside={
        <Segmented
          label={texts.by}
          items={groupings}
          selected={address.by}
          onSelect={(chosen) => change(groupingPatch(chosen))}
        />
      }
    >
      <HealthBar legend name={texts.total} states={totals.states} />
      <HealthTable by={by} title={title} rows={rows} totals={totals} sold={sold} />
    </Panel>
  );
}
