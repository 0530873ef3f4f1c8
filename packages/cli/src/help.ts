import { commands, isCommandName, type CommandName } from './commands.ts';
import { commonOptions, flagOf, optionSpec, type OptionName, type OptionSpec } from './options/index.ts';
import { lineWidth, wrapped } from './output/index.ts';

/** The help of `fluxion` itself: its commands. */
export function overview(): string {
  const names = Object.keys(commands).filter(isCommandName);
  return [
    'Usage: fluxion COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...columns(names.map((name) => [words(name, commands[name].operand), commands[name].summary])),
    '',
    'Options of every command:',
    ...columns(commonOptions.map(optionLine)),
    '',
    '`fluxion COMMAND --help` shows what else a command takes.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(name: CommandName): string {
  const { operand, summary, about = '', options } = commands[name];
  return [
    `Usage: ${words('fluxion', name, operand, '[OPTIONS]')}`,
    '',
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    ...wrapped(about, lineWidth),
    '',
    'Options:',
    ...columns([...options, ...commonOptions].filter((option) => optionSpec(option).flag !== false).map(optionLine)),
    '',
  ].join('\n');
}

function optionLine(name: OptionName): [string, string] {
  const spec = optionSpec(name);
  return [words(`--${flagOf(name)}`, spec.placeholder), words(spec.help, settingOf(spec))];
}

/** Where else the value may come from, and what it is otherwise: `(PORT; default 8001)`. */
function settingOf({ env, default: value }: OptionSpec): string | undefined {
  const parts = [env, value === undefined ? undefined : `default ${value}`].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `(${parts.join('; ')})`;
}

/** Joins what is there. */
function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Two columns, the right one wrapped. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, lineWidth - width - 4).map((line, i) => `  ${(i === 0 ? left : '').padEnd(width)}  ${line}`),
  );
}
