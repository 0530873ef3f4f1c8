export { ConcernList, ConcernSkeleton } from './ConcernList.tsx';
export { useConcerns } from './useConcerns.ts';
export { WorstAlerts } from './WorstAlerts.tsx';
