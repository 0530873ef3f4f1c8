import type { Route } from '../../../http/server-types.ts';
import { changeClave } from './change-password.ts';
import { closeSesion } from './close.ts';
import { useEnlace } from './link.ts';
import { openSesion } from './open.ts';
import { endSesion, listSesiones } from './own-sessions.ts';
import { confirmSegundoFactor, enrolSegundoFactor, removeOwnSegundoFactor } from './second-factor.ts';
import { showSesion } from './show.ts';

export const sesionRoutes: readonly Route[] = [
  openSesion,
  useEnlace,
  showSesion,
  closeSesion,
  changeClave,
  enrolSegundoFactor,
  confirmSegundoFactor,
  removeOwnSegundoFactor,
  listSesiones,
  endSesion,
];
