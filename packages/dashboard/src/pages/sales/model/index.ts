export * from './buckets.ts';
export * from './grid.ts';
export * from './kind.ts';
export * from './parts.ts';
export * from './receipt.ts';
export * from './tally.ts';
