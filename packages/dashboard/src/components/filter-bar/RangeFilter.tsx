import { useDataRange, useRange } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { RangePicker, RangePickerSkeleton } from '../range-picker/RangePicker.tsx';
import styles from './FilterBar.module.css';

/** Which days are on screen. */
export function RangeFilter() {
  const { texts } = useLocale();
  const everything = useDataRange();
  const data = everything.data ?? null;
  const { range, addressIsInvalid, choose } = useRange(data);
  return (
    <>
      {range && data ? (
        <RangePicker range={range} data={data} onChoose={choose} />
      ) : everything.isPending ? (
        <RangePickerSkeleton />
      ) : null}
      {addressIsInvalid ? (
        <p className={styles.invalid} role="status">
          {texts.range.addressInvalid}
        </p>
      ) : null}
    </>
  );
}
