/** How many rows a person may ask for at most; the first unless told. */
export const LIMITS = [10_000, 100_000] as const;

/** The address's parameter. */
export function readLimit(search: string): number {
  const wanted = new URLSearchParams(search).get('filas');
  return LIMITS.find((limit) => String(limit) === wanted) ?? LIMITS[0];
}
