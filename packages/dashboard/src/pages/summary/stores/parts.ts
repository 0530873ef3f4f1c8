export { StoresAside } from './StoresAside.tsx';
export { useStoreColumns } from './columns.tsx';
export { useStores } from './useStores.ts';
export { useStoreTotal } from './useStoreTotal.ts';
