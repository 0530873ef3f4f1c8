export * from './address.ts';
export * from './calendar.ts';
export * from './types.ts';
