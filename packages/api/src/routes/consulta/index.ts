import type { Route } from '../../http/server-types.ts';
import { listSqlTables } from './list-tables.ts';
import { querySql } from './query.ts';

export const consultaRoutes: readonly Route[] = [querySql, listSqlTables];
