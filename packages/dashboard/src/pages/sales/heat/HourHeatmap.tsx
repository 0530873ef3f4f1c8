import { useMemo } from 'react';
import { Heatmap } from '../../../charts/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { Hint } from '../common/index.ts';
import { hourGrid, linesWithoutHour } from '../model/index.ts';
import { hourName, weekdayName, type HoursProps } from './hours.ts';
import { useCells } from './useCells.ts';
import { useWords } from '../explore/index.ts';

/** Days of the week by hours. */
export function HourHeatmap({ body, measure, label }: HoursProps) {
  const texts = useWords();
  const { dates, numbers } = useLocale();
  const grid = useMemo(() => hourGrid(body.datos), [body]);
  const cells = useCells(grid, measure);
  const rows = useMemo(
    () => grid.rows.map((day, index) => ({ id: String(index), name: weekdayName(day, dates) })),
    [grid, dates],
  );
  const columns = useMemo(
    () => grid.columns.map((hour, index) => ({ id: String(index), name: hourName(hour) })),
    [grid],
  );
  const missing = linesWithoutHour(body.datos);
  if (columns.length === 0) return <Hint>{texts.noHours}</Hint>;
  return (
    <>
      <Heatmap label={label} rows={rows} columns={columns} value={cells.value} format={cells.format} />
      <Hint>
        {texts.hoursHint} {missing === 0 ? null : texts.withoutHour(numbers.whole(missing))}
      </Hint>
    </>
  );
}
