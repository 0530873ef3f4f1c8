export * from './decimal.ts';
export * from './series.ts';
