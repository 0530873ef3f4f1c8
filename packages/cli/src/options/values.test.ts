import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { optionValues } from './values.ts';

const values = (args: readonly string[], environment = {}) =>
  optionValues(['port', 'home', 'database', 'demo', 'only'], readArguments(args).given, environment);

describe('optionValues', () => {
  it('falls back to the defaults', () => {
    expect(values([])).toEqual({ port: 8001, home: '.fluxion', database: undefined, demo: false, only: [] });
  });

  it('takes the environment, and a flag before it', () => {
    const environment = { PORT: '9000', DATABASE_URL: 'postgres://one' };
    expect(values([], environment)).toMatchObject({ port: 9000, database: 'postgres://one' });
    expect(values(['--port', '1_000'], environment)).toMatchObject({ port: 1000 });
  });

  it('gives an option the flag that it shares with another', () => {
    const { given } = readArguments(['--from', '2024-01-01']);
    expect(optionValues(['first-day'], given, {})).toEqual({ 'first-day': '2024-01-01' });
    expect(optionValues(['from'], given, {})).toEqual({ from: '2024-01-01' });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(values([], { PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8001, database: undefined });
  });

  it.each(['', '80a', '-1', '1.5', '65536', '1e3', ' 80', 'Infinity'])('refuses the port %j', (port) => {
    const outcome = () => values([`--port=${port}`]);
    expect(outcome).toThrow(
      port === '' ? 'needs a value' : `--port must be a whole number, from 0 to 65535, not "${port}"`,
    );
  });

  it('refuses what is not among the choices', () => {
    expect(optionValues(['log'], new Map(), { LOG_LEVEL: 'info' })).toEqual({ log: 'info' });
    expect(() => optionValues(['log'], new Map(), { LOG_LEVEL: 'loud' })).toThrow(
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, not "loud"',
    );
  });

  it('names the variable that is wrong', () => {
    expect(() => values([], { PORT: 'http' })).toThrow('PORT must be a whole number, from 0 to 65535, not "http"');
  });

  it.each([
    ['1', true],
    ['TRUE', true],
    ['off', false],
    ['', false],
  ])('reads FLUXION_DEBUG=%j as %s', (text, expected) => {
    expect(optionValues(['debug'], new Map(), { FLUXION_DEBUG: text })).toEqual({ debug: expected });
  });

  it('refuses a switch that says neither', () => {
    expect(() => optionValues(['debug'], new Map(), { FLUXION_DEBUG: 'maybe' })).toThrow(
      'FLUXION_DEBUG must be 1 or 0',
    );
  });
});
