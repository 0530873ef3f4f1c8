import { Link } from 'react-aria-components';
import { useAsk } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { hrefOf } from '../../../navigation/index.ts';
import { words } from '../texts.ts';
import type { SummaryQueries } from '../useSummaryQueries.ts';
import styles from './Attention.module.css';

const SHOWN = 3;

/** The few alerts that should be seen first, each a way to its product. */
export function WorstAlerts({ queries: { stock, kept } }: { readonly queries: SummaryQueries }) {
  const texts = useTexts(words).attention;
  const { numbers } = useLocale();
  const worst = useAsk('listarAlertas', { query: { ...stock, prioridad: ['CRITICA'], limite: SHOWN } });
  const rows = worst.data?.body.datos ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={styles.worst} aria-label={texts.worst}>
      <h3>{texts.worst}</h3>
      <ul>
        {rows.map((row) => (
          <li key={`${row.ubicacion_id} ${row.producto_id}`}>
            <Link
              className={styles.product ?? ''}
              href={hrefOf(`/productos/${encodeURIComponent(row.producto_id)}`, { tienda: row.ubicacion_id })}
            >
              {row.descripcion}
            </Link>
            <span>
              {texts.left(numbers.quantity(row.cantidad), numbers.quantity(row.stock_minimo))} · {row.ubicacion}
            </span>
          </li>
        ))}
      </ul>
      <Link className={styles.all ?? ''} href={hrefOf('/inventario', { ...kept, ver: 'alertas' })}>
        {texts.seeAll}
      </Link>
    </section>
  );
}
