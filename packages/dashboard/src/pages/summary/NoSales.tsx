import { Button, EmptyState } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { DEFAULT_PRESET, presetRange, type DateRange } from '../../range/index.ts';

/** There are no sales at all. */
export function NoSalesYet() {
  const { empty } = useLocale().texts;
  return <EmptyState title={empty.noDataTitle} text={empty.noData} commands={empty.noDataCommands} />;
}

export interface NoSalesInRangeProps {
  /** The days that have data. */
  readonly data: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/** There are sales, but none in the range on screen. */
export function NoSalesInRange({ data, onChoose }: NoSalesInRangeProps) {
  const { texts, dates } = useLocale();
  return (
    <EmptyState
      title={texts.empty.noSalesTitle}
      text={texts.empty.noSales(dates.day(data.from), dates.day(data.to))}
      actions={
        <Button look="primary" onPress={() => onChoose(presetRange(DEFAULT_PRESET, data))}>
          {texts.empty.goToLatest}
        </Button>
      }
    />
  );
}
