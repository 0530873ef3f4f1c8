export { FilterBar, type FilterName } from './FilterBar.tsx';
