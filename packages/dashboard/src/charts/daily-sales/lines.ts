import { trailingMean, type Figure } from '../../figures/index.ts';
import { hasFewDays, type DailySalesOptionInput } from './option-input.ts';
import { smoothingOf } from './smoothing.ts';
import { weekendStretches } from './weekends.ts';

/** What all lines have in common. */
const plainLine = { type: 'line', sampling: 'lttb', symbol: 'circle' };

/** The chart's lines, the first on top: the days, those they are compared with, and what a mean has smoothed away. */
export function dailyLines(input: DailySalesOptionInput) {
  const { days, compared } = input;
  return [
    currentSeries(input),
    ...(compared ? [comparedSeries(input)] : []),
    ...(smoothingOf(days.length).everyDay ? [everyDaySeries(input)] : []),
  ];
}

/** Amounts become floats here, and only here: a pixel's place needs no cents. */
function toPixels(amount: string | null): Figure {
  return amount === null ? null : Number(amount);
}

/** Sales as the line shows them: in a long range the weekly rhythm is smoothed away. */
export function meanFigures(amounts: readonly (string | null)[]): Figure[] {
  return trailingMean(amounts.map(toPixels), smoothingOf(amounts.length).meanDays);
}

function places(figures: readonly Figure[]): (readonly [number, Figure])[] {
  return figures.map((figure, index) => [index, figure]);
}

function currentSeries(input: DailySalesOptionInput) {
  const { days, palette } = input;
  return {
    ...plainLine,
    data: places(meanFigures(days.map(({ sales }) => sales))),
    symbolSize: 5,
    showSymbol: hasFewDays(input),
    z: 4,
    itemStyle: { color: palette.series, borderColor: palette.surface, borderWidth: 0 },
    lineStyle: { color: palette.series, width: 2, join: 'round' },
    areaStyle: { color: verticalFade(palette.seriesFade) },
    emphasis: { scale: 1.6, lineStyle: { width: 2 }, itemStyle: { borderColor: palette.surface, borderWidth: 2 } },
    markArea: {
      silent: true,
      itemStyle: { color: palette.weekend },
      data: weekendStretches(days.map(({ date }) => date)).map(([first, last]) => [
        { xAxis: first - 0.5 },
        { xAxis: last + 0.5 },
      ]),
    },
  };
}

/** Behind a smoothed line, every day as it was. */
function everyDaySeries({ days, palette }: DailySalesOptionInput) {
  return {
    ...plainLine,
    data: places(days.map(({ sales }) => toPixels(sales))),
    showSymbol: false,
    z: 2,
    itemStyle: { color: palette.seriesPale },
    lineStyle: { color: palette.seriesPale, width: 1 },
    emphasis: { lineStyle: { width: 1 } },
  };
}

function comparedSeries({ days, palette }: DailySalesOptionInput) {
  return {
    ...plainLine,
    data: places(meanFigures(days.map(({ previousSales }) => previousSales))),
    showSymbol: days.length === 1,
    z: 3,
    itemStyle: { color: palette.seriesCompared },
    lineStyle: { color: palette.seriesCompared, width: 1.5, type: [4, 4] },
    emphasis: { lineStyle: { width: 1.5 } },
  };
}

/** From a translucent colour (`rgba(…)`) down to nothing of the same colour: `transparent` is black to a gradient. */
function verticalFade(color: string) {
  return {
    type: 'linear',
    x: 0,
    y: 0,
    x2: 0,
    y2: 1,
    colorStops: [
      { offset: 0, color },
      { offset: 1, color: color.replace(/[\d.]+\)$/, '0)') },
    ],
  };
}
