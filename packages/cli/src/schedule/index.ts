export { describeLoad, describeWork, isWhole } from './describe-work.ts';
export { startLoads, type Loads } from './start-loads.ts';
