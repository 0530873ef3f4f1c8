import type { Route } from '../../http/server-types.ts';
import { listAuditoria } from './auditoria.ts';
import { clavesRoutes } from './claves.ts';
import { sesionRoutes } from './sesion/index.ts';
import { changeUbicacion, createUbicacion } from './ubicaciones.ts';
import { vistasRoutes } from './vistas.ts';
import { usuariosRoutes } from './usuarios/index.ts';

export const cuentasRoutes: readonly Route[] = [
  ...sesionRoutes,
  ...usuariosRoutes,
  ...clavesRoutes,
  ...vistasRoutes,
  listAuditoria,
  createUbicacion,
  changeUbicacion,
];
