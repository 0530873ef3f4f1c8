import type { Route } from '../../http/server-types.ts';
import { showCalendario } from './calendario.ts';
import { listCargas } from './list.ts';
import { listRechazos } from './rechazos.ts';
import { recoverCargas } from './recuperar.ts';

export const cargasRoutes: readonly Route[] = [listCargas, listRechazos, showCalendario, recoverCargas];
