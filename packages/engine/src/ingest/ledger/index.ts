export { beginDelivery, endDelivery, isLoaded } from './deliveries.ts';
export { noteFailed, type LedgerDelivery } from './units.ts';
