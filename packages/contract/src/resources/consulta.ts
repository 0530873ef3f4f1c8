/** By operationId. */
export const consultaEndpoints = {} as const;
