import { FluxionError } from '@fluxion/engine/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const refusal = (...args: string[]) => {
  try {
    return readArguments(args);
  } catch (error) {
    if (error instanceof FluxionError && error.code === 'USAGE') return [error.message, ...error.details];
    throw error;
  }
};

describe('readArguments', () => {
  it('takes options before, between and after the words', () => {
    const { words, given } = readArguments(['--json', 'migrate', '--jobs=4', 'chain.duckdb', '--schema', 'tienda']);
    expect(words).toEqual(['migrate', 'chain.duckdb']);
    expect([...given]).toEqual([
      ['json', ['1']],
      ['jobs', ['4']],
      ['schema', ['tienda']],
    ]);
  });

  it('gathers a repeated list option in order', () => {
    const { given } = readArguments(['--only', 'a', '--only=b']);
    expect(given.get('only')).toEqual(['a', 'b']);
  });

  it('takes everything after -- as words', () => {
    expect(readArguments(['migrate', '--', '--odd-name.duckdb']).words).toEqual(['migrate', '--odd-name.duckdb']);
  });

  it.each([
    [
      ['--prot', '1'],
      ['there is no option --prot', 'Did you mean --port?'],
    ],
    [['--xyzzy'], ['there is no option --xyzzy']],
    [['-q'], ['there is no option -q']],
    // Only the environment sets it.
    [['--debug'], ['there is no option --debug']],
    [['--port'], ['--port needs a value: --port PORT']],
    [['--port='], ['--port needs a value: --port PORT']],
    // Another command's --from takes a date.
    [['--from'], ['--from needs a value: --from FILE or YYYY-MM-DD']],
    [['--first-day', '2024-01-01'], ['there is no option --first-day']],
    [['--database', '--json'], ['--database needs a value: --database URL']],
    [['--json=yes'], ['--json takes no value']],
    [['--port', '1', '--port', '2'], ['--port is given twice']],
    [['--constructor'], ['there is no option --constructor']],
  ])('refuses %j', (args, message) => {
    expect(refusal(...args)).toEqual(message);
  });

  it('knows the short forms of help and version', () => {
    expect([...readArguments(['-h']).given.keys()]).toEqual(['help']);
    expect([...readArguments(['-v']).given.keys()]).toEqual(['version']);
  });

  it('either reads a command line or refuses it in words, whatever it is', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('--json', '--port', '--only=', '-', '--', '-h', '--no-json'));
    fc.assert(fc.property(fc.array(word), (args) => void expect(refusal(...args)).toBeDefined()));
  });
});
