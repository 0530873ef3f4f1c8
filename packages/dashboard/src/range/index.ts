export * from './address.ts';
export * from './business-date.ts';
export * from './date-range.ts';
export * from './presets.ts';
