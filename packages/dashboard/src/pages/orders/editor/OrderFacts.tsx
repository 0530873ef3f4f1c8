import { type Fact, Facts, useLocale, useTexts } from '../kit.ts';
import type { Header, Order } from '../model/index.ts';
import { orderWords, shared } from '../texts/index.ts';
import styles from './Editor.module.css';

export interface OrderFactsProps {
  readonly order: Order;
  /** Fields that stand open are not told twice. */
  readonly open: readonly (keyof Header)[];
}

/** What an order says beside its lines, to read. */
export function OrderFacts({ order, open }: OrderFactsProps) {
  const texts = useTexts(orderWords);
  const names = useTexts(shared);
  const { dates, texts: common } = useLocale();
  const { motivo, estado } = order;
  const facts: readonly Fact[] = [
    ...(motivo === null ? [] : [[`${texts.reason} (${names.states[estado]})`, motivo] as const]),
    [names.store, order.ubicacion],
    ...(open.includes('source') ? [] : [[names.source, order.origen ?? order.proveedor ?? names.noSource] as const]),
    [names.date, dates.day(order.fecha)],
    ...(open.includes('delivery')
      ? []
      : [
          [
            names.delivery,
            order.fecha_entrega === null ? common.notAvailable : dates.day(order.fecha_entrega),
          ] as const,
        ]),
    ...(open.includes('remarks') || order.observaciones === null
      ? []
      : [[names.remarks, order.observaciones] as const]),
  ];
  return (
    <div className={styles.facts}>
      <Facts facts={facts} />
    </div>
  );
}
