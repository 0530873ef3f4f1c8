const prefix = 'linea-';

/**
 * The id of a line within its unit: the one that it was given, else its number, so that loading the unit again gives the
 * same ids. Given ids that look like such numbers are numbered too. SQL for DuckDB over `WriteContext.rows`.
 */
export function lineId(given: string, usable = 'true'): string {
  return `CASE WHEN ${given} IS NULL OR starts_with(${given}, '${prefix}') OR NOT ${usable} THEN '${prefix}' || n ELSE ${given} END`;
}
