export { clock } from './clock.ts';
export { latency } from './latency.ts';
