export { ChartSkeleton, DailySalesChart, type DailySalesChartProps } from './daily-sales/DailySalesChart.tsx';
export { isSmoothed } from './daily-sales/option.ts';
export { dailySeries, type DailySales, type DailySeries } from './daily-sales/series.ts';
export { Sparkline } from './sparkline/Sparkline.tsx';
