import { Kpi } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { Measure } from '../address/index.ts';
import { useMeasure, useWords } from '../explore/index.ts';
import { measured, tallyOf } from '../model/index.ts';
import type { FigureProps } from './figure-props.ts';
import { useBefore } from './useBefore.ts';

/** One measure of all sales. */
export function MeasureKpi({ measure, ...props }: FigureProps & { readonly measure: Measure }) {
  const texts = useWords();
  const { numbers } = useLocale();
  const { write, parts } = useMeasure(measure);
  const { tally, changes } = useBefore(props);
  const [now, then] = [measured(tallyOf(props.row), measure), measured(tally, measure)];
  const percent = measure === 'margen' ? props.row.margen_porcentaje : null;
  return (
    <Kpi
      label={texts.measures[measure]}
      value={now === null ? null : parts(now)}
      changes={changes(then === null ? null : write(then), change(now, then))}
      definition={texts.definitions[measure]}
      source={props.source}
      {...(percent === null ? {} : { note: texts.ofSales(`${numbers.quantity(percent)}\u00a0%`) })}
    />
  );
}
