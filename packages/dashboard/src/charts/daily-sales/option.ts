import type { EChartsCoreOption } from 'echarts/core';
import { dayAxis } from './axis.ts';
import { dailyLines, meanFigures } from './lines.ts';
import { hasFewDays, type DailySalesOptionInput } from './option-input.ts';
import { smoothingOf } from './smoothing.ts';
import { tooltipFor } from './tooltip.ts';

const AXIS_PX = 60;
const FONT_PX = 12;

/** The whole description of the chart, for ECharts. */
export function dailySalesOption(input: DailySalesOptionInput): EChartsCoreOption {
  const { palette } = input;
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
      formatter: tooltipFormatter(input),
    },
    series: dailyLines(input),
  };
}

function tooltipFormatter({ days, compared, locale }: DailySalesOptionInput) {
  const { meanDays } = smoothingOf(days.length);
  const means = meanFigures(days.map(({ sales }) => sales));
  return (points: readonly { dataIndex: number }[]) => {
    const index = points[0]?.dataIndex ?? -1;
    const day = days[index];
    if (day === undefined) return '';
    const mean = meanDays === 1 ? null : { days: meanDays, value: means[index] ?? null };
    return tooltipFor({ day, mean, compared }, locale);
  };
}

function xAxis(input: DailySalesOptionInput) {
  const { days, width, palette, locale } = input;
  const dates = days.map(({ date }) => date);
  const axis = dayAxis(dates, width - AXIS_PX, locale.dates);
  // Few days stand far apart: the first and the last then keep clear of the edges.
  const inset = hasFewDays(input) ? 0.5 : 0;
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
