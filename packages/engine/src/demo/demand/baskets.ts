import { bits } from '../expressions.ts';

/** Lines in a block: the unit in which lines are dealt into receipts without a window over all of them. */
export const blockLines = 24;
/** Receipts in a whole block, so four lines a receipt on the mean. */
export const blockReceipts = 6;
/** How many ways of cutting a block into receipts there are. */
export const basketPatterns = 256;

/**
 * Working table `basket`: for each pattern, which receipt of the block (from 0) each of its lines belongs to, and the
 * line's number on that receipt (from 1). Receipt sizes are those of a random cut: many small ones, a few large ones.
 */
export function createBaskets(): string[] {
  return [
    `CREATE TEMP TABLE basket AS
     WITH cut AS (
       SELECT pattern, cut FROM range(${basketPatterns}) p(pattern), range(1, ${blockLines}) c(cut)
       QUALIFY row_number() OVER (PARTITION BY pattern ORDER BY ${bits('cut', 'pattern', 'cut')}, cut) < ${blockReceipts}),
     line AS (
       SELECT pattern, k, (count(*) FILTER (cut <= k))::INTEGER AS receipt,
         (k + 1 - coalesce(max(cut) FILTER (cut <= k), 0))::INTEGER AS position
       FROM cut, range(${blockLines}) l(k) GROUP BY pattern, k)
     SELECT pattern::INTEGER AS pattern, list(receipt ORDER BY k) AS receipt_of_line,
       list(position ORDER BY k) AS position_of_line
     FROM line GROUP BY pattern ORDER BY pattern`,
  ];
}
