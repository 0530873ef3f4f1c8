export { startLoads, type Loads } from './start-loads.ts';
