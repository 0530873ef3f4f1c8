export * from './arithmetic.ts';
export * from './exact.ts';
export * from './decimal.ts';
export { isDecimal, type Decimal } from './scaled.ts';
export * from './series.ts';
