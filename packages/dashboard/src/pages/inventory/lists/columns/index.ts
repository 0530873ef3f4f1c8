export { alertColumns, type AlertRow } from './alert-columns.tsx';
export { rowIdOf, type ListRow } from './base-columns.tsx';
export { coverColumns, idleColumns, lostColumns, stockoutColumns } from './ranking-columns.tsx';
export { negativeColumns, stockColumns } from './stock-columns.ts';
export { useColumnInput } from './useColumnInput.ts';
