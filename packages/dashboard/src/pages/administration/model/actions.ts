import type { Action } from './types.ts';

/** What the audit log tells of, as people look for it: what is done to people first. */
const named: Readonly<Record<Action, true>> = {
  iniciar_sesion: true,
  cerrar_sesion: true,
  sesion_rechazada: true,
  cambiar_clave: true,
  segundo_factor: true,
  enlace: true,
  usuario: true,
  clave_api: true,
  ubicacion: true,
  pedido: true,
  recuperar_cargas: true,
  tasa: true,
  consulta_sql: true,
  exportar: true,
};

export const actions = Object.keys(named) as readonly Action[];
