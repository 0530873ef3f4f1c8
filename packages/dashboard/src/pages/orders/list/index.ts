export { OrderFiltersBar } from './OrderFilters.tsx';
export { OrdersList } from './OrdersList.tsx';
export { StateBadge } from './StateBadge.tsx';
