import { useLocale } from '../../i18n/index.ts';
import { presetNames, presetOf, presetRange, type DateRange } from '../../range/index.ts';
import { Segmented } from '../segmented/Segmented.tsx';
import { Skeleton } from '../skeleton/Skeleton.tsx';
import { DateFields } from './DateFields.tsx';
import styles from './RangePicker.module.css';

/** Placeholder for the picker while the available days are unknown. */
export function RangePickerSkeleton() {
  return (
    <div className={styles.waiting}>
      <Skeleton width="100%" height="100%" />
    </div>
  );
}

export interface RangePickerProps {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/** Chooses the range on screen: a preset, typed dates or a calendar. */
export function RangePicker({ range, data, onChoose }: RangePickerProps) {
  const { texts } = useLocale();
  const items = presetNames.map((name) => ({
    name,
    content: texts.range.presets[name].short,
    label: texts.range.presets[name].long,
  }));
  return (
    <div className={styles.picker} role="group" aria-label={texts.range.label}>
      <Segmented
        label={texts.range.presetsLabel}
        items={items}
        selected={presetOf(range, data)}
        onSelect={(name) => onChoose(presetRange(name, data))}
        stretch
      />
      <DateFields key={`${range.from} ${range.to}`} range={range} limits={data} onChoose={onChoose} />
    </div>
  );
}
