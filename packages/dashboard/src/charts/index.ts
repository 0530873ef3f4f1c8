export { ChartSkeleton, DailySalesChart, type DailySalesChartProps } from './daily-sales/DailySalesChart.tsx';
export { smoothingOf, type Smoothing } from './daily-sales/smoothing.ts';
export { dailySeries, type DailySales, type DailySeries } from './daily-sales/series.ts';
export { Sparkline } from './sparkline/Sparkline.tsx';
