import { formatAmount, plural } from '../../output/index.ts';
import { groupObjects } from './groups.ts';
import type { Outcome } from './outcome.ts';

/** How good an outcome is: all well, something to look at, something wrong. */
export type Tone = 'good' | 'caution' | 'bad';

export interface Verdict {
  readonly tone: Tone;
  /** One sentence that a reader who reads no further may take home. */
  readonly sentence: string;
}

/** The migration in one sentence: `12 tables, 2.1 M rows moved; every value proven equal.` */
export function verdictOf(outcome: Outcome): Verdict {
  return outcome.report.dryRun ? verdictOfPlan(outcome) : verdictOfRun(outcome);
}

/** Whether a plan, carried out as it is, would stop at values that PostgreSQL cannot hold. */
export function wouldStop({ report, onLoss }: Outcome): boolean {
  return report.dryRun && onLoss === 'fail' && report.losses.length > 0;
}

function verdictOfPlan(outcome: Outcome): Verdict {
  const { report, onLoss } = outcome;
  const values = plural(lostValues(report.losses), 'value');
  if (wouldStop(outcome)) {
    const sentence = `The migration would stop before any row moves: PostgreSQL cannot hold ${values} of ${plural(report.losses.length, 'column')}.`;
    return { tone: 'bad', sentence };
  }
  const losses =
    report.losses.length === 0 ? [] : [onLoss === 'reject' ? `rows with ${values} rejected` : `${values} converted`];
  const exceptions = [...losses, ...refused(report)];
  const moved = `${plural(report.tables.length, 'table')} would move`;
  return exceptions.length === 0
    ? { tone: 'good', sentence: `${moved}, and nothing would be lost.` }
    : { tone: 'caution', sentence: `${moved}, with exceptions: ${listed(exceptions)}.` };
}

function verdictOfRun({ report }: Outcome): Verdict {
  const { tables, rows, losses, rejected } = report;
  const moved = `${plural(tables.length, 'table')}, ${rows === 1 ? '1 row' : `${formatAmount(rows)} rows`} moved`;
  const differing = tables.filter(({ proof }) => proof !== undefined && !proof.equal);
  if (differing.length > 0) {
    const verb = differing.length === 1 ? 'differs' : 'differ';
    return { tone: 'bad', sentence: `${moved}, but ${plural(differing.length, 'table')} ${verb} from the file.` };
  }
  const unproven = tables.some(({ proof }) => proof === undefined);
  const notCompared = tables.flatMap(({ proof }) => proof?.notCompared ?? []);
  const converted = lostValues(losses.filter(({ outcome }) => outcome === 'converted'));
  const exceptions = [
    ...(rejected > 0 ? [`${plural(rejected, 'row')} rejected`] : []),
    ...refused(report),
    ...(converted > 0 ? [`${plural(converted, 'value')} converted`] : []),
    ...(notCompared.length > 0 ? [`${plural(notCompared.length, 'column')} not compared`] : []),
  ];
  const proof = unproven ? 'not compared with the file' : 'every value proven equal';
  const tail = exceptions.length === 0 ? '' : `, with exceptions: ${listed(exceptions)}`;
  return {
    tone: unproven || exceptions.length > 0 ? 'caution' : 'good',
    sentence:
      tables.length === 0 && exceptions.length === 0 ? 'There was no table to move.' : `${moved}; ${proof}${tail}.`,
  };
}

function lostValues(losses: Outcome['report']['losses']): number {
  return losses.reduce((sum, { count }) => sum + count, 0);
}

/** `1 view refused`, `2 indexes refused`. */
function refused({ objects }: Outcome['report']): string[] {
  const counts = new Map<string, number>();
  for (const { kind, objects: members } of groupObjects(objects, 'refused'))
    counts.set(kind, (counts.get(kind) ?? 0) + members.length);
  return [...counts].map(([kind, count]) => `${plural(count, kind)} refused`);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
