/** What has no bill, or no sense, as it was asked; its message says what to do. */
export class CostError extends Error {}
