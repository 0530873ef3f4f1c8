/** By operationId. */
export const pedidosEndpoints = {} as const;
