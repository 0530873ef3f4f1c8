import { expect, it } from 'vitest';
import { firstWrites, History, type GivenAnswer, type Wish, type Write } from './testing/history.ts';
import { judge } from './testing/judge.ts';
import type { Finding } from './testing/questions.ts';
import { money, purses, rowsAtFirst } from './testing/world.ts';

const exact: Wish = { exact: true, maxStalenessMs: 0 };
const [first, second] = ['whole A 2024-01-30', 'whole B 2024-03-01'] as const;
const [single, counter] = ['single A 0', 'counter writer 0'] as const;

/** Unit `first` in versions 2 and 3, the latter with `second`; then a single row, and `second` without rows. */
function begin() {
  const history = new History();
  const commit = (xid: bigint, writes: readonly Write[]) => {
    history.commit(xid, writes).acknowledged = history.now();
  };
  const both = [first, second].map((key) => ({ key, version: 3, rows: 4 }));
  const added = [single, counter].map((key) => ({ key, version: 1, rows: 0 }));
  return {
    history,
    commits: [
      () => commit(10n, [{ key: first, version: 2, rows: 2 }]),
      () => commit(11n, both),
      () => commit(12n, added),
      () => commit(13n, [{ key: second, version: 4, rows: 0 }]),
    ],
  };
}

/** What an answer has that has these versions, and else the first ones; rows of a unit as they should be. */
function findingsOf(versions: Readonly<Record<string, readonly [version: number, rows: number]>>): Finding[] {
  const keys = firstWrites.map(({ key }) => key);
  const rows = keys.flatMap((key): Finding[] => {
    const [kind = '', ...rest] = key.split(' ');
    const [version, lines] = versions[key] ?? [kind === 'whole' ? 1 : 0, kind === 'whole' ? rowsAtFirst : 0];
    const base = { key: rest.join(' '), lines, total: (lines * (lines + 1)) / 2 };
    if (kind === 'whole') return lines > 0 ? [{ ...base, kind, low: version, high: version, expected: lines }] : [];
    if (kind === 'counter') return [{ ...base, kind, lines: 1, total: version, low: 0, high: 0, expected: 0 }];
    return version > 0 ? [{ ...base, kind: 'single', low: 1, high: version, expected: 0 }] : [];
  });
  const sum = { key: '', lines: 9, low: 0, high: 0, total: 9, expected: 0 };
  const [inPurses, inSafes] = [{ lines: purses, total: money - 70 }, { total: 70 }];
  const [purse, safe] = [
    { ...sum, kind: 'purses' as const, ...inPurses },
    { ...sum, kind: 'safes' as const, ...inSafes },
  ];
  return [...rows, purse, safe, { ...sum, kind: 'rows' }, { ...sum, kind: 'rollup' }];
}

function answer(history: History, findings: readonly Finding[], snapshot: string, wish = exact): GivenAnswer {
  const asked = history.now();
  const asOf = { snapshot, time: '' };
  const timings = { fenceMs: null, syncMs: null, queryMs: 0 };
  const about = { reader: 'a reader', mirror: 'a mirror', scope: { of: 'all' }, engine: 'mirror' } as const;
  const given = { ...about, wish, asked, answered: history.now(), findings, asOf, timings };
  history.answers.push(given);
  return given;
}

const faultsOf = (history: History) => [...new Set(judge(history).map(({ fault }) => fault))].toSorted();
const atTwo = { [first]: [2, 2] } as const;
const atThree = { [first]: [3, 4], [second]: [3, 4] } as const;
const added = { ...atThree, [single]: [1, 1], [counter]: [1, 0] } as const;
const emptied = { ...added, [second]: [4, 0] } as const;

it('finds nothing wrong with answers of the state after each commit', () => {
  const { history, commits } = begin();
  answer(history, findingsOf({}), '10:10:');
  [atTwo, atThree, added, emptied].forEach((versions, index) => {
    commits[index]?.();
    answer(history, findingsOf(versions), `${11 + index}:${11 + index}:`);
  });
  expect(judge(history)).toEqual([]);
});

it('takes an answer that may be older for what it is', () => {
  const { history, commits } = begin();
  commits[0]?.();
  const seen = answer(history, findingsOf(atTwo), '11:11:');
  for (const commit of commits.slice(1)) commit();
  answer(history, findingsOf(atTwo), '11:11:', { exact: false, maxStalenessMs: 10_000 });
  answer(history, findingsOf(atThree), '12:12:', {
    exact: false,
    maxStalenessMs: Infinity,
    token: { snapshot: '11:11:', seen },
  });
  expect(judge(history)).toEqual([]);
});

it.each<[string, (findings: Finding[]) => Finding[]]>([
  ['half of a unit', (all) => all.map((one) => (one.key === first.slice(6) ? { ...one, lines: 2, total: 3 } : one))],
  ['two versions of a unit', (all) => all.map((one) => (one.key === first.slice(6) ? { ...one, low: 2 } : one))],
  ['a row twice', (all) => all.map((one) => (one.key === first.slice(6) ? { ...one, total: 11 } : one))],
  ['one side of a move', (all) => all.map((one) => (one.kind === 'safes' ? { ...one, total: 90 } : one))],
  ['a purse less', (all) => all.map((one) => (one.kind === 'purses' ? { ...one, lines: purses - 1 } : one))],
  ['a gap between rows', (all) => all.map((one) => (one.kind === 'single' ? { ...one, high: 2 } : one))],
  ['a rollup of other rows', (all) => all.map((one) => (one.kind === 'rollup' ? { ...one, lines: 8 } : one))],
])('sees %s', (_, damage) => {
  const { history, commits } = begin();
  for (const commit of commits.slice(0, 3)) commit();
  answer(history, damage(findingsOf(added)), '13:13:');
  expect(faultsOf(history)).toContain('torn');
});

it('sees one unit of a transaction without the other', () => {
  const { history, commits } = begin();
  for (const commit of commits.slice(0, 2)) commit();
  answer(history, findingsOf({ [first]: [3, 4] }), '12:12:');
  expect(faultsOf(history)).toEqual(['misdated', 'stale', 'torn']);
});

it('sees that something acknowledged is not there, or is still there', () => {
  const { history, commits } = begin();
  for (const commit of commits) commit();
  answer(history, findingsOf(added), '13:13:');
  expect(faultsOf(history)).toEqual(['stale']);
});

it('sees that an answer is behind an earlier one of its mirror, or behind what it was asked to include', () => {
  const { history, commits } = begin();
  for (const commit of commits.slice(0, 2)) commit();
  const wish = { exact: false, maxStalenessMs: 10_000 };
  const seen = answer(history, findingsOf(atThree), '12:12:');
  answer(history, findingsOf(atTwo), '11:11:', wish);
  expect(faultsOf(history)).toEqual(['backwards']);
  history.answers.pop();
  history.answers.push({
    ...answer(history, findingsOf(atTwo), '11:11:', { ...wish, token: { snapshot: '12:12:', seen } }),
    mirror: 'another mirror',
  });
  history.answers.splice(1, 1);
  expect(faultsOf(history)).toEqual(['backwards']);
});

it('sees what nobody has committed, and a state that is not the one that is told', () => {
  const { history, commits } = begin();
  commits[0]?.();
  answer(history, findingsOf({ [first]: [9, 2] }), '11:11:');
  expect(faultsOf(history)).toEqual(['invented', 'misdated']);
  history.answers.pop();
  commits[1]?.();
  answer(history, findingsOf(atThree), '12:13:');
  answer(history, findingsOf(atThree), '11:13:11');
  expect(faultsOf(history)).toEqual(['misdated']);
});
