export { keepPartitionsAhead, prepareChain } from './prepare-chain.ts';
export { withDatabase, type Database } from './with-database.ts';
export { stopAbandoned } from './stop-abandoned.ts';
