import type { Route } from '../../../http/server-types.ts';
import { createEnlace, removeSegundoFactor } from './access.ts';
import { listUsuarios } from './list.ts';
import { changeUsuario, createUsuario } from './save.ts';

export const usuariosRoutes: readonly Route[] = [
  listUsuarios,
  createUsuario,
  changeUsuario,
  createEnlace,
  removeSegundoFactor,
];
