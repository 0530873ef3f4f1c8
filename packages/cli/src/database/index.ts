export { withDatabase, type Database } from './with-database.ts';
