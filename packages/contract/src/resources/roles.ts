/** Roles from the least to the most; the first three see only the stores assigned to them. */
export const roles = [
  'visualizador',
  'gerente_tienda',
  'gestor_abastecimiento',
  'gerente_general',
  'super_admin',
] as const;
