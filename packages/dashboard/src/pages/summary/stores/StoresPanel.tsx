import { Answer, DataTable, Panel, TableSkeleton } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { hrefOf } from '../../../navigation/index.ts';
import type { SummaryInput } from '../input.ts';
import { words } from '../texts.ts';
import { StoresAside, useStoreColumns, useStores, useStoreTotal } from './parts.ts';

/** Every store's sales, ranked, and how far its data reach; each opens its sales. */
export function StoresPanel(input: SummaryInput) {
  const texts = useTexts(words);
  const { answer, rows, known } = useStores(input);
  const columns = useStoreColumns(rows);
  const total = useStoreTotal(rows);
  const { range, queries } = input;
  return (
    <Panel
      title={texts.storesTitle}
      definition={texts.definitions.stores}
      source={answer.data?.source}
      aside={known && answer.data !== undefined ? <StoresAside rows={rows} /> : undefined}
    >
      <Answer of={answer} skeleton={<TableSkeleton rows={16} />}>
        {() => (
          <DataTable
            label={texts.storesTitle}
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            tall={rows.some(({ late }) => late === null || late > 0)}
            total={total}
            href={({ id }) => hrefOf('/ventas', { ...queries.kept, tienda: id, desde: range.from, hasta: range.to })}
          />
        )}
      </Answer>
    </Panel>
  );
}
