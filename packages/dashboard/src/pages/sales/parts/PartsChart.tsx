import { Bars, Treemap } from '../../../charts/index.ts';
import type { Measure } from '../address/index.ts';
import { Hint } from '../common/index.ts';
import { useMeasure, useWords } from '../explore/index.ts';
import { belowZero, type Part } from '../model/index.ts';

/** Bars below these would be scrolled past; the table has all. */
const MOST_BARS = 25;

export interface PartsChartProps {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly measure: Measure;
  readonly asBars: boolean;
  readonly hint: string;
  readonly onOpen: (part: Part) => void;
}

/** The parts as areas, or as bars. */
export function PartsChart({ label, parts, measure, asBars, hint, onOpen }: PartsChartProps) {
  const texts = useWords();
  const { write, short } = useMeasure(measure);
  const items = parts.map(({ name, figure }, index) => ({
    id: String(index),
    name,
    value: Number(figure),
    text: write(figure),
  }));
  const open = (id: string) => {
    const part = parts[Number(id)];
    if (part !== undefined) onOpen(part);
  };
  const hidden = asBars ? [] : belowZero(parts);
  const chart = { label, format: short, onItem: open };
  return (
    <>
      {asBars ? <Bars {...chart} items={items.slice(0, MOST_BARS)} /> : <Treemap {...chart} items={items} />}
      <Hint>
        {hint} {hidden.length === 0 ? null : texts.negativeParts(hidden.map(({ name }) => name).join(', '))}{' '}
        {asBars && items.length > MOST_BARS ? texts.moreParts : null}
      </Hint>
    </>
  );
}
