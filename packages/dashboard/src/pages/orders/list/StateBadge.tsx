import { Ban, CircleCheck, CircleDashed, CircleX, PackageCheck, PackageOpen, Send, Truck } from 'lucide-react';
import { useTexts } from '../kit.ts';
import type { OrderState } from '../model/index.ts';
import { shared } from '../texts/index.ts';
import styles from './StateBadge.module.css';

const signs: Record<OrderState, typeof Ban> = {
  borrador: CircleDashed,
  solicitado: Send,
  aprobado: CircleCheck,
  en_preparacion: PackageOpen,
  en_transito: Truck,
  recibido: PackageCheck,
  rechazado: CircleX,
  cancelado: Ban,
};

/** An order's state: a sign, a word and a tone, none of which stands alone. */
export function StateBadge({ state }: { readonly state: OrderState }) {
  const texts = useTexts(shared);
  const Sign = signs[state];
  return (
    <span className={`${styles.badge} ${styles[state]}`}>
      <Sign size={14} aria-hidden="true" />
      {texts.states[state]}
    </span>
  );
}
