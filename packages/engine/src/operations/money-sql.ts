/** SQL for an amount of money with the decimals that it has, and at least 2. */
export function moneySql(column: string): string {
  return `round(${column}, greatest(2, min_scale(${column})))`;
}
