import { includes, parseSnapshot, sees, type Snapshot } from '../../../snapshot/snapshot.ts';
import { firstWrites, type GivenAnswer, type History, type Transaction, type Write } from './history.ts';
import type { Finding } from './questions.ts';
import { money, purses } from './world.ts';

/**
 * What can be wrong with an answer: it lacks what was acknowledged before it was asked; it has a part of a transaction;
 * it is behind what it had to include; it has what was never committed; it is not the state that it says it is.
 */
export type Fault = 'stale' | 'torn' | 'backwards' | 'invented' | 'misdated';

export interface Violation {
  readonly fault: Fault;
  readonly what: string;
  readonly answer: GivenAnswer;
}

type Versions = Map<string, number>;

/** A key's version, with the transaction that wrote it. */
interface Known extends Write {
  readonly transaction: Transaction;
}

/** Judges all answers of a history that has ended. */
export function judge(history: History): Violation[] {
  const known = knownWrites(history);
  const violations: Violation[] = [];
  const seen = new Map<GivenAnswer, Versions>();
  const heard = new Map<string, Versions>();
  const byAnswered = history.answers.toSorted((a, b) => a.answered.tick - b.answered.tick);
  let next = 0;
  for (const answer of history.answers.toSorted((a, b) => a.asked.tick - b.asked.tick)) {
    // What the mirror had answered with when it was asked.
    for (
      let earlier = byAnswered[next];
      earlier && earlier.answered.tick < answer.asked.tick;
      earlier = byAnswered[++next]
    ) {
      const floor = heard.get(earlier.mirror) ?? new Map<string, number>();
      heard.set(earlier.mirror, floor);
      raise(floor, seen.get(earlier));
    }
    const report = (fault: Fault, what: string) => void violations.push({ fault, what, answer });
    const snapshot = parseSnapshot(answer.asOf.snapshot);
    const versions = versionsOf(answer, { known, snapshot, report });
    seen.set(answer, versions);
    judgeSums(answer, report);
    judgeTransactions(versions, known, report);
    judgeFloors(versions, answer, { known, heard: heard.get(answer.mirror), seen, report });
    const token = answer.wish.token;
    if (token && !includes(snapshot, parseSnapshot(token.snapshot)))
      report('backwards', `${answer.asOf.snapshot} does not include ${token.snapshot}`);
  }
  return violations;
}

function raise(floor: Versions, by: Versions | undefined): void {
  for (const [key, version] of by ?? []) if (version > (floor.get(key) ?? -1)) floor.set(key, version);
}

type KnownWrites = ReadonlyMap<string, readonly Known[]>;
type Report = (fault: Fault, what: string) => void;

/** Of each key, all committed versions in their order. */
function knownWrites({ transactions }: History): KnownWrites {
  const known = new Map<string, Known[]>(firstWrites.map(({ key }) => [key, []]));
  for (const transaction of transactions) {
    if (!transaction.acknowledged) continue;
    for (const write of transaction.writes) known.get(write.key)?.push({ ...write, transaction });
  }
  for (const writes of known.values()) writes.sort((a, b) => a.version - b.version);
  return known;
}

/** The newest of a key's versions for which it is true; they are in order, so that the first one from behind is it. */
function newest(writes: readonly Known[], isIt: (write: Known) => boolean): Known | undefined {
  return writes.findLast(isIt);
}

/** Whether the answer must tell the key's version. */
function isInScope(key: string, { scope }: GivenAnswer): boolean {
  const [kind, site, day = ''] = key.split(' ');
  if (scope.of !== 'site') return scope.of === 'all' || kind === 'counter';
  if (site !== scope.site) return false;
  if (scope.from === undefined || scope.to === undefined) return kind !== 'counter';
  return kind === 'whole' && day >= scope.from && day <= scope.to;
}

/** The version of each key that an answer has, after comparing it with what the answer says it is of. */
function versionsOf(
  answer: GivenAnswer,
  { known, snapshot, report }: { known: KnownWrites; snapshot: Snapshot; report: Report },
): Versions {
  const found = new Map(answer.findings.map((finding) => [`${finding.kind} ${finding.key}`, finding]));
  const versions: Versions = new Map();
  for (const [key, writes] of known) {
    if (!isInScope(key, answer)) continue;
    const stated = newest(writes, ({ transaction }) => sees(snapshot, transaction.xid));
    const finding = found.get(key);
    found.delete(key);
    const isEmptyUnit = !finding && key.startsWith('whole');
    // Which of the versions without rows it is, its snapshot tells.
    const emptied =
      stated?.rows === 0
        ? stated
        : newest(writes, ({ rows, transaction }) => rows === 0 && transaction.sent.tick < answer.answered.tick);
    const version = isEmptyUnit ? (emptied?.version ?? -1) : finding ? versionOf(key, finding, report) : 0;
    versions.set(key, version);
    const write = writes.find((one) => one.version === version);
    if (!write || write.transaction.sent.tick > answer.answered.tick)
      report('invented', `${key} in version ${version}`);
    else if (finding?.kind === 'whole' && finding.lines !== write.rows)
      report('torn', `${key}: ${finding.lines} rows of ${write.rows}`);
    if (version !== stated?.version)
      report('misdated', `${key} in version ${version}, not ${stated?.version}, as of ${answer.asOf.snapshot}`);
  }
  for (const [key, { kind }] of found) {
    if (kind === 'whole' || kind === 'single' || kind === 'counter')
      report('invented', `${key}, which nobody has written`);
  }
  return versions;
}

function versionOf(key: string, { kind, lines, low, high, total, expected }: Finding, report: Report): number {
  if (kind === 'counter') return total;
  const isWhole = kind === 'single' ? low === 1 && high === lines : low === high && expected === lines;
  if (!isWhole || total !== (lines * (lines + 1)) / 2)
    report('torn', `${key}: ${lines} rows of ${expected}, ${low} to ${high}, sum ${total}`);
  return high;
}

/** What must agree with each other in an answer of everything. */
function judgeSums({ scope, findings }: GivenAnswer, report: Report): void {
  if (scope.of !== 'all') return;
  const of = (kind: Finding['kind']) => findings.filter((one) => one.kind === kind);
  const sum = (kind: Finding['kind'], value: 'lines' | 'total') => of(kind).reduce((all, one) => all + one[value], 0);
  if (sum('purses', 'total') + sum('safes', 'total') !== money || sum('purses', 'lines') !== purses)
    report(
      'torn',
      `${sum('purses', 'lines')} purses with ${sum('purses', 'total')}, and ${sum('safes', 'total')} in safes`,
    );
  if (sum('counter', 'total') !== sum('single', 'lines'))
    report('torn', `${sum('single', 'lines')} single rows where the totals say ${sum('counter', 'total')}`);
  for (const value of ['lines', 'total'] as const) {
    if (sum('rows', value) !== sum('rollup', value))
      report('torn', `${value}: the rollup says ${sum('rollup', value)} of ${sum('rows', value)}`);
  }
}

/** Who has one part of a transaction has all of it. */
function judgeTransactions(versions: Versions, known: KnownWrites, report: Report): void {
  for (const [key, version] of versions) {
    const writes = known.get(key)?.find((one) => one.version === version)?.transaction.writes ?? [];
    for (const other of writes) {
      const has = versions.get(other.key);
      if (has !== undefined && has < other.version)
        report('torn', `${key} in version ${version}, but ${other.key} in ${has} before ${other.version}`);
    }
  }
}

interface Floors {
  readonly known: KnownWrites;
  readonly heard: Versions | undefined;
  readonly seen: ReadonlyMap<GivenAnswer, Versions>;
  readonly report: Report;
}

function judgeFloors(versions: Versions, { asked, wish }: GivenAnswer, { known, heard, seen, report }: Floors): void {
  const { token } = wish;
  const had = token?.seen && seen.get(token.seen);
  for (const [key, version] of versions) {
    const acknowledged = (isIt: (at: { tick: number; ms: number }) => boolean) =>
      newest(
        known.get(key) ?? [],
        ({ transaction }) => transaction.acknowledged !== undefined && isIt(transaction.acknowledged),
      )?.version ?? 0;
    const due = acknowledged(({ tick, ms }) => tick < asked.tick && ms < asked.ms - wish.maxStalenessMs);
    if (version < due) report('stale', `${key} in version ${version}, where ${due} was acknowledged`);
    const tokenAt = token?.at;
    const backThen = tokenAt ? acknowledged(({ tick }) => tick < tokenAt.tick) : 0;
    const floor = Math.max(heard?.get(key) ?? 0, had?.get(key) ?? 0, backThen);
    if (version < floor) report('backwards', `${key} in version ${version}, after ${floor}`);
  }
}
