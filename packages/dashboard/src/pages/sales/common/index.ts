export { ChartPanel, type ChartPanelProps } from './ChartPanel.tsx';
export { Hint } from './Hint.tsx';
export { ChartPlace, KpisSkeleton } from './Skeletons.tsx';
export { ViewChoice, type ViewChoiceProps } from './ViewChoice.tsx';
