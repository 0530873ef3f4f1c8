export * from './arithmetic.ts';
export * from './decimal.ts';
export { isDecimal, type Decimal } from './scaled.ts';
export * from './series.ts';
export { marginOf, type Earned } from './margin.ts';
