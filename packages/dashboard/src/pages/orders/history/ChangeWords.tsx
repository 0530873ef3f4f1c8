import { ArrowRight } from 'lucide-react';
import { isDecimal } from '../../../figures/index.ts';
import { useAsk, useLocale, useTexts } from '../kit.ts';
import { isBusinessDate } from '../../../range/index.ts';
import { orderStates } from '../model/index.ts';
import { historyWords, shared } from '../texts/index.ts';
import type { OrderChange } from './events.ts';
import styles from './History.module.css';

/** A change in words. */
export function ChangeWords({ change }: { readonly change: OrderChange }) {
  const texts = useTexts(historyWords);
  const write = useValueWords();
  const { kind, product, field, before, after } = change;
  if (kind === 'created') return texts.created;
  if (kind === 'added') return `${texts.added(product ?? '')}: ${write(field, after)}`;
  if (kind === 'removed') return texts.removed(product ?? '');
  const name = texts.fields[field] ?? field;
  return (
    <>
      <span className={styles.field}>{product === null ? name : texts.of(name, product)}: </span>
      {before === null ? null : (
        <>
          <span className={styles.before}>{write(field, before)}</span>
          <ArrowRight size={13} aria-label={texts.became} className={styles.arrow} />
        </>
      )}
      <span>{write(field, after)}</span>
    </>
  );
}

/** How the value of a field is written. */
function useValueWords(): (field: string, value: string | null) => string {
  const texts = useTexts(historyWords);
  const { states } = useTexts(shared);
  const { numbers, dates } = useLocale();
  const sources = useAsk('listarOrigenesPedido', {}).data?.body.datos ?? [];
  return (field, value) => {
    if (value === null) return texts.nothing;
    if (field.startsWith('cantidad') && isDecimal(value)) return numbers.quantity(value);
    if (field === 'estado') {
      const state = orderStates.find((one) => one === value);
      return state === undefined ? value : states[state];
    }
    if (field === 'fecha_entrega' && isBusinessDate(value)) return dates.day(value);
    const kind = field === 'proveedor_id' ? 'proveedor' : null;
    if (kind === null && field !== 'ubicacion_origen_id') return value;
    return sources.find(({ id, tipo }) => id === value && (tipo === 'proveedor') === (kind !== null))?.nombre ?? value;
  };
}
