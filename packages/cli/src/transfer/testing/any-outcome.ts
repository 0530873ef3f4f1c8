import fc from 'fast-check';
import type { MigrateReport } from '@fluxion/engine/transfer';
import type { Outcome } from '../findings/index.ts';
import { proofOf, reportOf } from './reports.ts';

/** Names and values that try to be something else: markup, escape sequences, entities, several lines. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style></title></pre>',
    '&lt;b&gt;&amp;',
    '<!--',
    ']]>',
    '\u001B[2J\u0007',
    'one\ntwo\r\n\tthree',
    '\u202Egpj.exe',
    '\uD800',
    '$& `x` ${y}',
    '',
  ),
);
const count = fc.nat(1e9);
const seconds = fc.double({ min: 0, max: 1e5, noNaN: true });
const side = fc.option(fc.option(text, { nil: null }), { nil: undefined });
const optionalText = fc.option(text, { nil: undefined });

const object = fc
  .record({
    kind: fc.constantFrom(
      'schema',
      'type',
      'sequence',
      'table',
      'column',
      'default',
      'constraint',
      'index',
      'view',
      'macro',
    ),
    name: text,
    outcome: fc.constantFrom('same', 'changed', 'kept', 'refused'),
    reason: optionalText,
    definition: optionalText,
  })
  .map(({ reason, definition, ...rest }): MigrateReport['objects'][number] => ({
    ...rest,
    ...(reason === undefined ? {} : { reason }),
    ...(definition === undefined ? {} : { definition }),
  }));

const proof = fc
  .record({
    table: text,
    equal: fc.boolean(),
    seconds,
    sourceRows: count,
    targetRows: count,
    differingColumns: fc.array(text, { maxLength: 3 }),
    differences: fc.array(
      fc.record({ key: text, column: fc.option(text, { nil: null }), source: side, target: side }),
      { maxLength: 3 },
    ),
    missing: fc.array(text, { maxLength: 2 }),
    notCompared: fc.array(text, { maxLength: 2 }),
  })
  .map(proofOf);

const table = fc
  .record({
    table: text,
    action: fc.constantFrom('create', 'fill'),
    rows: count,
    copied: count,
    rejected: fc.oneof(fc.constant(0), count),
    seconds,
    proof: fc.option(proof, { nil: undefined }),
  })
  .map(({ proof: found, ...rest }) => ({ ...rest, ...(found === undefined ? {} : { proof: found }) }));

const loss = fc.record({
  table: text,
  column: text,
  reason: text,
  count,
  examples: fc.array(text, { maxLength: 3 }),
  outcome: fc.constantFrom('rejected', 'converted'),
});

/** Any outcome of a migration or plan, likely or not. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    report: fc
      .record({
        file: text,
        dryRun: fc.boolean(),
        seconds,
        server: text,
        objects: fc.array(object, { maxLength: 8 }),
        tables: fc.array(table, { maxLength: 60 }),
        losses: fc.array(loss, { maxLength: 3 }),
        cleared: fc.array(text, { maxLength: 2 }),
        ddl: fc.array(text, { maxLength: 3 }),
      })
      .map(reportOf),
    resumed: fc.option(fc.record({ chunks: count, of: count, changed: count }), { nil: undefined }),
    rejectsDirectory: optionalText,
    onLoss: fc.constantFrom('fail', 'reject', 'convert'),
    target: text,
  })
  .map(({ report, resumed, rejectsDirectory, ...rest }) => ({
    ...rest,
    report: {
      ...report,
      ...(resumed === undefined ? {} : { resumed }),
      ...(rejectsDirectory === undefined ? {} : { rejectsDirectory }),
    },
  }));
