import type { RequestTo } from '../../../client/index.ts';
import { sumDecimals } from '../../../figures/index.ts';
import { useAsk, useMoney } from '../../../hooks/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { useListTexts } from '../state/index.ts';
import { Told } from './parts/index.ts';

export interface LostTotalProps {
  readonly query: NonNullable<RequestTo<'estimarVentasPerdidasPorTienda'>['query']>;
}

/** What all stores lost together, and in which days. */
export function LostTotal({ query }: LostTotalProps) {
  const texts = useListTexts();
  const { dates } = useLocale();
  const { money } = useMoney();
  const body = useAsk('estimarVentasPerdidasPorTienda', { query }).data?.body;
  if (body === undefined) return null;
  const { fecha_inicio: from, fecha_fin: to } = body.rango;
  const total = texts.lostTotal(money(sumDecimals(body.datos.map((row) => row.venta_perdida))));
  return <Told>{from === null || to === null ? total : `${total} · ${dates.range({ from, to })}`}</Told>;
}
