export * from './buckets.ts';
export * from './grid.ts';
export * from './receipt.ts';
export * from './tally.ts';
