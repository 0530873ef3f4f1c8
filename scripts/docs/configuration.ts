import { commands, commonOptions, flagOf, optionTable, type OptionName, type OptionSpec } from '@fluxion/cli';
import { table } from './table.ts';

/** docs/configuration.md: every setting of the options table, with where it may be set and which commands take it. */
export function configurationPage(): string {
  const names = Object.keys(optionTable) as OptionName[];
  const specs = names.map((name): [OptionName, OptionSpec] => [name, optionTable[name]]);
  const flags = specs.filter(([, { flag }]) => flag !== false);
  const variables = specs.flatMap(([name, spec]) => (spec.env === undefined ? [] : [{ name, spec, env: spec.env }]));
  return `# Configuration

Written by \`npm run docs\` from \`packages/cli/src/options/table.ts\`; a test holds it current.

A flag wins over its environment variable, and that over the default. An empty variable counts as one that is not set.
Variables may also stand in a file \`.env\` in the working folder; those of the environment win over it.

## Flags

${table(
  ['flag', 'default', 'taken by', 'what it does'],
  flags.map(([name, spec]) => [flagText(name, spec), valueOf(spec), takenBy(name), spec.help]),
)}

## Environment

${table(
  ['variable', 'flag', 'what it does'],
  variables.map(({ name, spec, env }) => [code(env), spec.flag === false ? '' : code(`--${name}`), spec.help]),
)}
`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function flagText(name: OptionName, { placeholder }: OptionSpec): string {
  const flag = `--${flagOf(name)}`;
  return code(placeholder === undefined ? flag : `${flag} ${placeholder}`);
}

function valueOf({ default: value }: OptionSpec): string {
  return value === undefined ? '' : code(String(value));
}

function takenBy(name: OptionName): string {
  const common: readonly OptionName[] = commonOptions;
  if (common.includes(name)) return 'every command';
  const takers = Object.entries(commands).filter(([, { options }]) =>
    (options as readonly OptionName[]).includes(name),
  );
  return takers.length === 0 ? '`fluxion` itself' : takers.map(([command]) => code(command)).join(', ');
}
