import { hrefOf, Link, PageHead, useLocale, useTexts } from '../kit.ts';
import { StateBadge } from '../list/StateBadge.tsx';
import type { Order, OrderState } from '../model/index.ts';
import { StepButtons } from '../steps/index.ts';
import { listWords, orderWords, shared } from '../texts/index.ts';
import styles from './Editor.module.css';
import type { OrderEditing } from './useOrderEditing.ts';

export interface OrderHeadProps {
  readonly order: Order;
  readonly editing: OrderEditing;
  readonly onStep: (to: OrderState) => void;
}

/** Which order it is, how far it is, and what comes next. */
export function OrderHead({ order, editing, onStep }: OrderHeadProps) {
  const texts = useTexts(orderWords);
  const names = useTexts(shared);
  const { title } = useTexts(listWords);
  const { dates } = useLocale();
  const { writes, dirty, conflict } = editing;
  const source = order.origen ?? order.proveedor;
  return (
    <PageHead
      title={names.number(String(order.numero))}
      subtitle={
        <span className={styles.subtitle}>
          <StateBadge state={writes.movingTo ?? order.estado} />
          <span>
            {[order.ubicacion, source === null ? null : texts.from(source), texts.written(dates.day(order.fecha))]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
          <Link href={hrefOf('/pedidos')} className={styles.back ?? ''}>
            {title}
          </Link>
        </span>
      }
      actions={<StepButtons order={order} dirty={dirty} disabled={writes.saving || conflict} onStep={onStep} />}
    />
  );
}
