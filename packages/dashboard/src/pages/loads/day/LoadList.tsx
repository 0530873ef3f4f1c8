import { Link } from 'react-aria-components';
import { hrefOf, useLocale, useTexts, writeCell } from '../kit.ts';
import type { Load } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Day.module.css';

/** The deliveries of a day, each with what became of it. */
export function LoadList({ loads }: { readonly loads: readonly Load[] }) {
  const texts = useTexts(words);
  const locale = useLocale();
  const { numbers } = locale;
  return (
    <ul className={styles.loads}>
      {loads.map((load) => (
        <li key={load.id}>
          <p>
            <strong>{texts.outcomes[load.resultado]}</strong> · {load.fuente}
            {load.archivo === null ? '' : ` · ${load.archivo}`}
          </p>
          <p className={styles.note}>
            {writeCell(load.iniciada, 'instant', locale)} ·{' '}
            {texts.lines(load.filas_cargadas, numbers.whole(load.filas_cargadas))}
            {load.filas_rechazadas === 0
              ? ''
              : ` · ${texts.rejectedLines(load.filas_rechazadas, numbers.whole(load.filas_rechazadas))}`}
          </p>
          {load.mensaje === null ? null : <p>{load.mensaje}</p>}
          {load.intento_mensaje === null ? null : (
            <p>
              {texts.failure}: {load.intento_mensaje}
            </p>
          )}
          {load.filas_rechazadas === 0 || load.entrega_id === null ? null : (
            <Link className={styles.link ?? ''} href={hrefOf('/cargas', { ver: 'rechazos', entrega: load.entrega_id })}>
              {texts.seeRejects}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
