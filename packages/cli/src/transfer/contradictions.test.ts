import { expect, it } from 'vitest';
import { optionValues, readArguments } from '../options/index.ts';
import { refuseContradictions } from './contradictions.ts';

const names = ['dry-run', 'resume', 'changed', 'replace', 'on-loss', 'rejects', 'only', 'exclude'] as const;
const check = (line: string) =>
  refuseContradictions(optionValues(names, readArguments(line.split(' ').filter(Boolean)).given, {}));

it.each([
  ['--changed', '--changed goes with --resume'],
  ['--resume --replace', '--resume goes on with what is there, --replace takes it away'],
  ['--dry-run --resume', '--dry-run plans a migration from its beginning'],
  ['--rejects bad', '--rejects names the folder of --on-loss reject'],
  ['--rejects bad --on-loss convert', '--rejects names the folder of --on-loss reject'],
  ['--only a --only b --exclude b', '--only and --exclude both name b'],
])('refuses %s', (line, sentence) => {
  expect(() => check(line)).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(sentence) }),
  );
});

it.each([
  '',
  '--resume --changed',
  '--resume --rejects bad',
  '--dry-run --replace',
  '--on-loss reject --rejects bad',
  '--only a --exclude b',
])('takes "%s"', (line) => {
  expect(() => check(line)).not.toThrow();
});
