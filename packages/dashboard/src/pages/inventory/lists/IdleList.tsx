import { useStockMoney } from '../../../components/stock/index.ts';
import { useMemo } from 'react';
import { useAsk } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { useInventory } from '../state/index.ts';
import { CutNote, DaysChoice, ListPanel, Told, useMoreRows } from './parts/index.ts';
import { idleColumns, useColumnInput } from './columns/index.ts';

/** Stock of which nothing sells, with the money that is tied up in it. */
export function IdleList() {
  const { address, query: filters } = useInventory();
  const query = { ...filters, dias: address.days('parado') };
  const { limite, more, isCut } = useMoreRows(query);
  const idle = useAsk('listarSinMovimiento', { query: { ...query, limite } });
  const input = useColumnInput();
  const columns = useMemo(() => idleColumns(input), [input]);
  const { numbers } = useLocale();
  const { money } = useStockMoney();
  const body = idle.data?.body;
  const count = body?.datos.length ?? 0;
  return (
    <ListPanel
      view="parado"
      of={idle}
      columns={columns}
      onEnd={more(count)}
      aside={
        <>
          {body === undefined ? null : (
            <Told>{input.texts.idleTotal(numbers.whole(body.productos_total), money(body.valor_total))}</Told>
          )}
          <DaysChoice view="parado" />
        </>
      }
      foot={isCut(count) ? <CutNote count={count} /> : undefined}
    />
  );
}
