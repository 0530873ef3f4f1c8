export { describeRole, isEnough } from './describe-role.ts';
export { keepPartitionsAhead, prepareChain } from './prepare-chain.ts';
export { awaitServer } from './await-server.ts';
export { withConnections, withDatabase, type Connections, type Database } from './with-database.ts';
export { stopAbandoned } from './stop-abandoned.ts';
