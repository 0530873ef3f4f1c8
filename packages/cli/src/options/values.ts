import { FluxionError } from '@fluxion/engine/base';
import type { Arguments } from './arguments.ts';
import type { OptionSpec } from './spec.ts';
import { flagOf, optionSpec, type OptionName, type OptionValues } from './table.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The values of some options: from the flag, else from the environment, else the default.
 * @throws FluxionError USAGE naming the flag or the variable whose text is not a value of the option's type.
 */
export function optionValues<Names extends OptionName>(
  names: readonly Names[],
  given: Arguments['given'],
  environment: Environment,
): OptionValues<Names> {
  const entries = names.map((name) => [name, optionValue(name, given.get(flagOf(name)), environment)]);
  return Object.fromEntries(entries) as OptionValues<Names>;
}

function optionValue(name: OptionName, given: readonly string[] | undefined, environment: Environment) {
  const spec = optionSpec(name);
  if (spec.type === 'list') return given ?? [];
  const flag = given?.[0];
  if (flag !== undefined) return converted(spec, flag, `--${flagOf(name)}`);
  const variable = spec.env === undefined ? undefined : environment[spec.env];
  // An empty variable counts as one that is not set: that is how scripts and containers leave one out.
  if (variable !== undefined && variable !== '') return converted(spec, variable, spec.env ?? '');
  return spec.type === 'boolean' ? false : spec.default;
}

function converted(spec: OptionSpec, text: string, source: string): boolean | number | string {
  if (spec.type === 'boolean') return toBoolean(text, source);
  return spec.type === 'integer' ? toInteger(spec, text, source) : chosen(spec, text, source);
}

function chosen({ choices }: OptionSpec, text: string, source: string): string {
  if (choices === undefined || choices.includes(text)) return text;
  throw new FluxionError('USAGE', `${source} must be one of ${choices.join(', ')}, not "${text}"`);
}

const booleans = new Map([
  ...['1', 'true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['0', 'false', 'no', 'off'].map((word) => [word, false] as const),
]);

function toBoolean(text: string, source: string): boolean {
  const value = booleans.get(text.toLowerCase());
  if (value === undefined) throw new FluxionError('USAGE', `${source} must be 1 or 0, not "${text}"`);
  return value;
}

function toInteger(
  { minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: OptionSpec,
  text: string,
  source: string,
): number {
  // 1_000_000 reads better than its digits run together.
  const value = /^\d[\d_]*$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  if (value >= minimum && value <= maximum) return value;
  const range = maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
  throw new FluxionError('USAGE', `${source} must be a whole number, ${range}, not "${text}"`);
}
