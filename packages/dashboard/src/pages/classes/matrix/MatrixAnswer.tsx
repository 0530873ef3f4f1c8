import type { Source } from '../../../client/index.ts';
import { Traced } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { abcClasses, type MatrixCell, sumOf, xyzClasses } from '../model/index.ts';
import { useWords } from '../state/index.ts';
import { CellLink } from './CellLink.tsx';
import styles from './Matrix.module.css';
import { Sum } from './Sum.tsx';

interface Days {
  readonly fecha_inicio: string | null;
  readonly fecha_fin: string | null;
}

export interface MatrixAnswerProps {
  readonly cells: readonly MatrixCell[];
  readonly days: Days;
  readonly weekDays: Days;
  readonly source: Source;
}

/** Three rows by value, three columns by regularity and one without, with their sums. */
export function MatrixAnswer({ cells, days, weekDays, source }: MatrixAnswerProps) {
  const texts = useWords();
  const { dates } = useLocale();
  const written = ({ fecha_inicio: from, fecha_fin: to }: Days) =>
    from === null || to === null ? null : dates.range({ from, to });
  const [abcDays, xyzDays] = [written(days), written(weekDays)];
  return (
    <div className={styles.frame}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{texts.matrix}</caption>
        <thead>
          <tr>
            <td />
            {xyzClasses.map((xyz) => (
              <th key={xyz} scope="col">
                <span className={styles.letter}>{xyz ?? '–'}</span>
                <span className={styles.meaning}>{texts.xyz[xyz ?? 'none']}</span>
              </th>
            ))}
            <th scope="col" className={styles.sum}>
              <span className={styles.meaning}>{texts.all}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {abcClasses.map((abc) => (
            <tr key={abc}>
              <th scope="row">
                <span className={styles.letter}>{abc}</span>
                <span className={styles.meaning}>{texts.abc[abc]}</span>
              </th>
              {xyzClasses.map((xyz) => {
                const cell = cells.find((one) => one.abc === abc && one.xyz === xyz);
                return <td key={xyz}>{cell === undefined ? null : <CellLink cell={cell} />}</td>;
              })}
              <td className={styles.sum}>
                <Sum sum={sumOf(cells, (cell) => cell.abc === abc)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <span className={styles.meaning}>{texts.all}</span>
            </th>
            {xyzClasses.map((xyz) => (
              <td key={xyz}>
                <Sum sum={sumOf(cells, (cell) => cell.xyz === xyz)} />
              </td>
            ))}
            <td className={styles.sum}>
              <Traced label={texts.wholeTitle} definition={texts.wholeDefinition} source={source}>
                <Sum sum={sumOf(cells)} />
              </Traced>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.days}>
        {abcDays === null ? null : <span>{texts.abcDays(abcDays)}</span>}
        {xyzDays === null ? null : <span>{texts.xyzDays(xyzDays)}</span>}
      </p>
    </div>
  );
}
