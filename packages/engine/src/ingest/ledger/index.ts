export { beginDelivery, endDelivery, isLoaded } from './deliveries.ts';
export { lockFeed } from './masters.ts';
export { forgetOtherSales, lockUnits, noteFailed, noteLoaded, type LedgerDelivery, type LedgerUnit } from './units.ts';
