import type { Route } from '../../../http/server-types.ts';
import { closeSesion } from './close.ts';
import { openSesion } from './open.ts';
import { showSesion } from './show.ts';

export const sesionRoutes: readonly Route[] = [openSesion, showSesion, closeSesion];
