export { Kpi, KpiStrip, type KpiChange, type KpiProps, type KpiStripProps } from './Kpi.tsx';
export { KpiPlace, KpiSkeleton, type KpiPlaceProps, type KpiSkeletonProps } from './KpiPlace.tsx';
