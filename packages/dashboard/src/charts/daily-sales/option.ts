import type { EChartsCoreOption } from 'echarts/core';
import { trailingMean, type Figure } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { ChartPalette } from '../palette.ts';
import { dayAxis } from './axis.ts';
import type { DailySales } from './series.ts';
import { tooltipFor } from './tooltip.ts';
import { weekendStretches } from './weekends.ts';

export interface DailySalesOptionInput {
  readonly days: readonly DailySales[];
  /** Draw the period before beneath. */
  readonly compared: boolean;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly palette: ChartPalette;
  readonly locale: Locale;
}

/** Up to this many days each gets a dot. */
const MOST_DOTS = 45;
const SMOOTHING_DAYS = 7;
const AXIS_PX = 60;
const FONT_PX = 12;

/** What all lines have in common. */
const plainLine = { type: 'line', sampling: 'lttb', symbol: 'circle' };

/** Whether that many days are drawn as a mean of seven, because their weekly rhythm would hide their course. */
export function isSmoothed(days: number): boolean {
  return days > 120;
}

/** Amounts become floats here, and only here: a pixel's place needs no cents. */
function toPixels(amount: string | null): number | null {
  return amount === null ? null : Number(amount);
}

/** The whole description of the chart, for ECharts. */
export function dailySalesOption(input: DailySalesOptionInput): EChartsCoreOption {
  const { days, compared, palette, locale } = input;
  return {
    animationDuration: 240,
    animationDurationUpdate: 240,
    textStyle: { fontFamily: palette.fontFamily, fontSize: FONT_PX, color: palette.textFaint },
    grid: { top: 12, right: 20, bottom: 28, left: AXIS_PX, containLabel: false },
    xAxis: xAxis(input),
    yAxis: yAxis(input),
    tooltip: {
      trigger: 'axis',
      confine: true,
      padding: 0,
      borderWidth: 0,
      backgroundColor: 'transparent',
      extraCssText: 'box-shadow: none',
      transitionDuration: 0,
      axisPointer: { type: 'line', lineStyle: { color: palette.line, width: 1 } },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const day = days[points[0]?.dataIndex ?? -1];
        return day === undefined ? '' : tooltipFor(day, compared, locale);
      },
    },
    series: [
      currentSeries(input),
      ...(compared ? [comparedSeries(input)] : []),
      ...(isSmoothed(days.length) ? [everyDaySeries(input)] : []),
    ],
  };
}

function xAxis({ days, width, palette, locale }: DailySalesOptionInput) {
  const dates = days.map(({ date }) => date);
  const axis = dayAxis(dates, width - AXIS_PX, locale.dates);
  // Few days stand far apart: the first and the last then keep clear of the edges.
  const inset = days.length <= MOST_DOTS ? 0.5 : 0;
  return {
    // Days by number, not by name: a weekend's shade then reaches half a day beyond its days.
    type: 'value',
    min: -inset,
    max: days.length - 1 + inset,
    splitLine: { show: false },
    axisPointer: { snap: true },
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: {
      color: palette.textFaint,
      fontSize: FONT_PX,
      margin: 10,
      hideOverlap: true,
      customValues: dates.flatMap((_, index) => (axis.labelled(index) ? [index] : [])),
      formatter: (index: number) => axis.label(index),
    },
  };
}

function yAxis({ palette, locale }: DailySalesOptionInput) {
  return {
    type: 'value',
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: palette.textFaint,
      fontSize: FONT_PX,
      formatter: (value: number) => locale.numbers.short(value),
    },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

/** Sales as the line shows them: in a long range the weekly rhythm is smoothed away. */
function lineFigures(amounts: readonly (string | null)[]): (readonly [number, Figure])[] {
  const figures = amounts.map(toPixels);
  const shown = isSmoothed(amounts.length) ? trailingMean(figures, SMOOTHING_DAYS) : figures;
  return shown.map((figure, index) => [index, figure]);
}

function currentSeries({ days, palette }: DailySalesOptionInput) {
  return {
    ...plainLine,
    data: lineFigures(days.map(({ sales }) => sales)),
    symbolSize: 5,
    showSymbol: days.length <= MOST_DOTS,
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
    data: days.map(({ sales }, index) => [index, toPixels(sales)]),
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
    data: lineFigures(days.map(({ previousSales }) => previousSales)),
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
