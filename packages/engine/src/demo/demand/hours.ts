/** Steps into which a day's receipts are divided. */
export const hourSteps = 4096;
/** The opening time is measured in parts of 2^16. */
export const openingParts = 65_536;

/** Receipts per twentieth of the opening time: late morning and after work on weekdays, one broad midday hump at the weekend. */
const curves = [
  { weekend: false, weights: [22, 34, 46, 58, 72, 88, 98, 92, 76, 62, 54, 52, 58, 72, 92, 110, 112, 90, 58, 30] },
  { weekend: true, weights: [18, 32, 52, 76, 100, 118, 124, 118, 106, 92, 80, 72, 68, 68, 72, 74, 68, 54, 36, 18] },
];
const bins = 20;

/**
 * Working table `hour_curve`: the opening time is passed through in such a way that each of the equal steps of a day's
 * receipts begins at `start` and lasts `span` parts of it.
 */
export function createHourCurve(): string[] {
  const binsOf = curves.map(
    ({ weekend, weights }) =>
      `SELECT ${weekend} AS weekend, unnest([${weights.join(', ')}]) AS weight, unnest(range(${bins})) AS bin`,
  );
  const partOfBin = `(step * total - before * ${hourSteps}) * ${openingParts} // (weight * ${hourSteps})`;
  return [
    `CREATE TEMP TABLE hour_curve AS
     WITH bin AS (${binsOf.join(' UNION ALL ')}),
     running AS (
       SELECT *, sum(weight) OVER (PARTITION BY weekend ORDER BY bin) - weight AS before,
         sum(weight) OVER (PARTITION BY weekend) AS total
       FROM bin),
     edge AS (
       SELECT weekend, step, (bin * ${openingParts} + ${partOfBin}) // ${bins} AS start
       FROM running, range(${hourSteps}) s(step)
       WHERE step * total >= before * ${hourSteps} AND step * total < (before + weight) * ${hourSteps})
     SELECT weekend, step::INTEGER AS step, start::INTEGER AS start,
       (lead(start, 1, ${openingParts}) OVER (PARTITION BY weekend ORDER BY step) - start)::INTEGER AS span
     FROM edge ORDER BY weekend, step`,
  ];
}
