export { storeTime } from './store-time.ts';
export { useExplore, type Explore, type SalesQuery } from './useExplore.ts';
export { useMeasure, type MeasureFormat } from './useMeasure.ts';
export { useStores, type StoreName } from './useStores.ts';
export { useWords, type Words } from './useWords.ts';
