import { section } from '../../output/index.ts';
import { deliveryLines, leftOutLines, problemLines, rejectLines } from './deliveries.ts';
import type { LoadOutcome } from './outcome.ts';
import { totalLines } from './totals.ts';
import { understandingLines } from './understood.ts';

export type { LoadOutcome } from './outcome.ts';

/** What a load did, or a dry run would do, for a person. */
export function describeLoad(outcome: LoadOutcome): string {
  const { reports, dryRun } = outcome;
  return [
    totalLines(outcome),
    section(outcome.noun === 'file' ? 'Files' : 'Answers', deliveryLines(outcome)),
    section(dryRun ? 'Cannot be loaded' : 'Not loaded', problemLines(outcome)),
    section('Rejected lines', rejectLines(outcome)),
    section('Left out', leftOutLines(outcome)),
    dryRun ? understandingLines(reports).slice(1) : [],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
