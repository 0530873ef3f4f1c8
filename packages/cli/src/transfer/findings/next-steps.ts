import type { Outcome } from './outcome.ts';
import { wouldStop } from './verdict.ts';

/** What a person should do now, most urgent first. */
export function nextSteps(outcome: Outcome): readonly string[] {
  return outcome.report.dryRun ? afterPlan(outcome) : afterRun(outcome);
}

function afterPlan(outcome: Outcome): string[] {
  if (wouldStop(outcome)) {
    return [
      'Correct the values in the file; or say --on-loss reject to write their rows to files, or --on-loss convert to take the nearest values.',
    ];
  }
  return ['The same command without --dry-run does this.'];
}

function afterRun({ report }: Outcome): string[] {
  const { tables, rejected, objects } = report;
  const differs = tables.some(({ proof }) => proof !== undefined && !proof.equal);
  const unproven = tables.some(({ proof }) => proof === undefined);
  const refused = objects.some(({ outcome }) => outcome === 'refused');
  return [
    ...(differs
      ? [
          'Find out what else writes to the tables that differ (a program, a trigger); then migrate anew with --replace.',
        ]
      : []),
    ...(rejected > 0
      ? [
          'Correct the rejected rows in the file, then bring them with --resume --changed; the reject files name each one.',
        ]
      : []),
    ...(refused ? ['Carry what was refused across by hand: its own text stands with it.'] : []),
    ...(unproven ? ['`fluxion verify FILE` compares both sides.'] : []),
    'If the file changes before the cut-over, the same command with --resume --changed brings what differs.',
    '`fluxion export FILE` is the way back: PostgreSQL to a DuckDB file.',
  ];
}
