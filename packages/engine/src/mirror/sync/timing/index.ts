export { repeat } from './loops.ts';
export { sharedTurns } from './turns.ts';
