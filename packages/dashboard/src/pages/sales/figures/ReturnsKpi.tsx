import { Kpi } from '../../../components/index.ts';
import { change, ratio } from '../../../figures/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { useWords } from '../explore/index.ts';
import type { FigureProps } from './figure-props.ts';
import { useBefore } from './useBefore.ts';

/** Lines that took goods back. */
export function ReturnsKpi(props: FigureProps) {
  const texts = useWords();
  const { numbers } = useLocale();
  const { tally, changes } = useBefore(props);
  const { lineas_devueltas: returned, lineas: lines } = props.row;
  const before = tally?.returned ?? null;
  const share = ratio(returned, lines);
  return (
    <Kpi
      label={texts.returnedLines}
      value={{ whole: numbers.whole(returned), fraction: '' }}
      changes={changes(before === null ? null : numbers.whole(before), change(returned, before))}
      definition={texts.definitions.devueltas}
      source={props.source}
      moreIsWorse
      {...(share === null ? {} : { note: texts.ofAllLines(numbers.share(share)) })}
    />
  );
}
