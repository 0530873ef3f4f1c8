/** By operationId. */
export const cuentasEndpoints = {} as const;
