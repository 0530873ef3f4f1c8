export { DailyAside } from './DailyAside.tsx';
export { DailyChart } from './DailyChart.tsx';
export { DailyTable } from './DailyTable.tsx';
export { useDays } from './useDays.ts';
