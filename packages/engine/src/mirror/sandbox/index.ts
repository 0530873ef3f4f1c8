export { SqlRefused, type SqlFault } from './refused.ts';
export { longestSql } from './readable.ts';
export type { SqlAccess, SqlAnswer, SqlRequest } from './request.ts';
export { openSqlAccess } from './sql-access.ts';
export type { SqlTable } from './tables.ts';
