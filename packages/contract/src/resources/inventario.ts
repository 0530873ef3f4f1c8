/** By operationId. */
export const inventarioEndpoints = {} as const;
