import { describe, expect, it } from 'vitest';
import { outcomeOf, proofOf, tableOf } from '../testing/reports.ts';
import { addressOf, nextSteps, proofWord, rateText, verdictOf } from './index.ts';

const refusedView = { kind: 'view', name: 'v', outcome: 'refused', reason: 'why' } as const;
const loss = {
  table: 't',
  column: 'c',
  reason: 'hold a NUL character',
  count: 3,
  examples: [],
  outcome: 'rejected',
} as const;
const different = tableOf({ proof: proofOf({ equal: false, differingColumns: ['a'] }) });
const partly = tableOf({ proof: proofOf({ notCompared: ['column j: json keeps no text to compare'] }) });
const { proof: _, ...unproven } = tableOf({ rows: 1 });

describe('the verdict', () => {
  it.each([
    [{ tables: [tableOf({ rows: 2_108_751 })] }, 'good', '1 table, 2.1 M rows moved; every value proven equal.'],
    [{ tables: [] }, 'good', 'There was no table to move.'],
    [{ tables: [unproven] }, 'caution', '1 table, 1 row moved; not compared with the file.'],
    [{ tables: [different, tableOf()] }, 'bad', '2 tables, 2,000 rows moved, but 1 table differs from the file.'],
    [
      { tables: [tableOf({ rejected: 3 })], objects: [refusedView, refusedView] },
      'caution',
      '1 table, 1,000 rows moved; every value proven equal, with exceptions: 3 rows rejected and 2 views refused.',
    ],
    [
      { tables: [partly], losses: [{ ...loss, outcome: 'converted' as const }] },
      'caution',
      '1 table, 1,000 rows moved; every value proven equal, with exceptions: 3 values converted and 1 column not compared.',
    ],
    [{ dryRun: true }, 'good', '1 table would move, and nothing would be lost.'],
    [{ dryRun: true, objects: [refusedView] }, 'caution', '1 table would move, with exceptions: 1 view refused.'],
    [
      { dryRun: true, losses: [loss] },
      'bad',
      'The migration would stop before any row moves: PostgreSQL cannot hold 3 values of 1 column.',
    ],
  ])('of %j', (changes, tone, sentence) => {
    expect(verdictOf(outcomeOf(changes))).toEqual({ tone, sentence });
  });

  it('of a plan that rejects or converts', () => {
    const changes = { dryRun: true, losses: [loss] };
    expect(verdictOf(outcomeOf(changes, 'reject')).sentence).toContain('rows with 3 values rejected');
    expect(verdictOf(outcomeOf(changes, 'convert')).sentence).toContain('3 values converted');
  });
});

it('says what to do about each finding, and nothing about what was not found', () => {
  const steps = nextSteps(
    outcomeOf({ tables: [different, tableOf({ rejected: 1 }), unproven], objects: [refusedView] }),
  ).join('\n');
  expect(steps).toMatch(/--replace.*reject files.*by hand.*fluxion verify FILE.*--resume --changed.*fluxion export/s);
  expect(nextSteps(outcomeOf())).toHaveLength(2);
  expect(nextSteps(outcomeOf({ dryRun: true }))).toEqual(['The same command without --dry-run does this.']);
  expect(nextSteps(outcomeOf({ dryRun: true, losses: [loss] })).join()).toContain('--on-loss reject');
});

it('says a proof in a word or two', () => {
  expect([undefined, proofOf(), partly.proof, different.proof].map(proofWord)).toEqual([
    'not compared',
    'equal',
    'equal but 1 column',
    'differs',
  ]);
});

it('gives no rate where nothing was copied', () => {
  expect([rateText(1000, 2), rateText(0, 2), rateText(5, 0)]).toEqual(['500', '-', '-']);
});

it.each([
  ['postgresql://ana:s%40cret@db.example:6432/chain?sslmode=require&password=x', 'db.example:6432/chain'],
  ['postgres://db.example/chain', 'db.example:5432/chain'],
  ['postgres://ana:secret@/chain', 'the given database'],
  ['postgresql:///chain', 'localhost:5432/chain'],
])('names the database of %s without its secrets', (url, address) => {
  expect(addressOf(url)).toBe(address);
});
