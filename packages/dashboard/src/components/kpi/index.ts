export { Kpi, KpiStrip, type KpiChange, type KpiProps } from './Kpi.tsx';
