import { useMemo } from 'react';
import { useAsk } from '../../../hooks/index.ts';
import { useInventory } from '../state/index.ts';
import { AnsweredDays, CutNote, DaysChoice, ListPanel, useMoreRows } from './parts/index.ts';
import { coverColumns, useColumnInput } from './columns/index.ts';

/** How long the stock of each product lasts. */
export function CoverList() {
  const { address, query: filters } = useInventory();
  const query = { ...filters, dias: address.days('cobertura') };
  const { limite, more, isCut } = useMoreRows(query);
  const cover = useAsk('medirCobertura', { query: { ...query, limite } });
  const input = useColumnInput();
  const columns = useMemo(() => coverColumns(input), [input]);
  const body = cover.data?.body;
  const count = body?.datos.length ?? 0;
  return (
    <ListPanel
      view="cobertura"
      of={cover}
      columns={columns}
      onEnd={more(count)}
      aside={
        <>
          <AnsweredDays from={body?.fecha_inicio} to={body?.fecha_fin} />
          <DaysChoice view="cobertura" />
        </>
      }
      foot={isCut(count) ? <CutNote count={count} /> : undefined}
    />
  );
}
