import type { Route } from '../../../http/server-types.ts';
import { listTasas } from './list.ts';
import { removeTasa, setTasa } from './set.ts';

export const tasasRoutes: readonly Route[] = [listTasas, setTasa, removeTasa];
