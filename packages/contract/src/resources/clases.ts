/** By operationId. */
export const clasesEndpoints = {} as const;
