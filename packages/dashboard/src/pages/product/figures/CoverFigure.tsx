import { Kpi, KpiSkeleton } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { totalCover } from '../model/index.ts';
import { usePageTexts } from '../state/index.ts';
import { useCover } from './useCover.ts';

/** How long it lasts. */
export function CoverFigure() {
  const texts = usePageTexts();
  const { numbers } = useLocale();
  const { data, isError } = useCover();
  if (data === undefined) return isError ? null : <KpiSkeleton label={texts.cover} note />;
  const { days, demand } = totalCover(data.body);
  return (
    <Kpi
      label={texts.cover}
      value={days === null ? null : numbers.quantityParts(days)}
      {...(demand === null ? {} : { note: texts.demand(numbers.quantity(demand)) })}
      definition={texts.coverDefinition(numbers.whole(data.body.dias))}
      source={data.source}
    />
  );
}
