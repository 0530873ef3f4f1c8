import { exitCodes, FluxionError, nearest, type ExitCode } from '@fluxion/engine/base';
import { commands, isCommandName, type CommandName } from './commands.ts';
import type { CommandRun } from './command.ts';
import type { Guard, Guarded } from './guard/index.ts';
import { commandHelp, overview } from './help.ts';
import { listenForInterrupt, type SignalSource } from './interrupt.ts';
import {
  commonOptions,
  flagOf,
  optionValues,
  readArguments,
  type Arguments,
  type Environment,
  type OptionName,
} from './options/index.ts';
import { describeError, Terminal, type Output } from './output/index.ts';

/** The outside world of one call of `fluxion`; a test passes its own. */
export interface World {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Environment;
  readonly signals: SignalSource;
  readonly version: string;
  /** For what may crash; absent where this process is the guarded one. */
  readonly guard?: Guard;
  /** The line to the process that guards this one. */
  readonly guarded?: Guarded;
  /** Ends the process at once. */
  readonly exit: (code: ExitCode) => void;
}

/** Runs one command line, prints what comes of it, and gives back the process's exit code. It never throws. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await dispatch(readArguments(args), world);
  } catch (error) {
    return printFailure(error, args, world);
  }
}

/** Prints a failure as the command line asks for it, and gives back the process's exit code. */
export function printFailure(
  error: unknown,
  args: readonly string[],
  { stdout, stderr, environment }: Pick<World, 'stdout' | 'stderr' | 'environment'>,
): ExitCode {
  const report = describeError(error, { debug: environment.FLUXION_DEBUG === '1' });
  stderr.write(`${report.lines.join('\n')}\n`);
  if (args.includes('--json')) stdout.write(`${JSON.stringify(report.json)}\n`);
  return report.exitCode;
}

async function dispatch({ words, given }: Arguments, world: World): Promise<ExitCode> {
  const [first, ...rest] = words;
  const asksForHelp = given.has('help') || first === 'help';
  const word = first === 'help' ? rest[0] : first;
  if (word === undefined) return withoutCommand(asksForHelp, given.has('version'), world);
  if (!isCommandName(word)) throw unknownCommand(word);
  if (asksForHelp) {
    world.stdout.write(commandHelp(word));
    return exitCodes.done;
  }
  return runCommand(word, rest, given, world);
}

function withoutCommand(asksForHelp: boolean, asksForVersion: boolean, world: World): ExitCode {
  if (asksForVersion) world.stdout.write(`${world.version}\n`);
  else if (asksForHelp) world.stdout.write(overview());
  else world.stderr.write(overview());
  return asksForVersion || asksForHelp ? exitCodes.done : exitCodes.usage;
}

async function runCommand(
  name: CommandName,
  operands: readonly string[],
  given: Arguments['given'],
  world: World,
): Promise<ExitCode> {
  const spec = commands[name];
  const names: readonly OptionName[] = [...spec.options, ...commonOptions];
  refuseForeignOptions(name, names, given);
  refuseOperands(name, spec.operand, operands);
  const options = optionValues(names, given, world.environment);
  const { guard, guarded } = world;
  const terminal = new Terminal({ ...world, json: given.has('json'), watch: guarded?.watched });
  const interruption = listenForInterrupt(
    world.signals,
    () => {
      // A guarded process says so itself: it has the terminal.
      if (guard?.isRunning !== true) terminal.note('Stopping ...');
    },
    () => {
      guard?.kill();
      world.exit(exitCodes.interrupted);
    },
  );
  try {
    const { signal } = interruption;
    const [file] = operands;
    if (spec.guarded && guard && file !== undefined) {
      return await guard.run(file, signal, async () => {
        const { stopAbandoned } = await import('./database/index.ts');
        await stopAbandoned(options);
      });
    }
    const { run: work } = await spec.load();
    // The registry has checked that the command asks for no option that it does not declare.
    const untyped = work as CommandRun<OptionName>;
    const context = { options, operands, terminal, signal, guard, version: world.version };
    return (await untyped(context as Parameters<typeof untyped>[0])) ?? exitCodes.done;
  } finally {
    interruption.dispose();
  }
}

function refuseForeignOptions(name: CommandName, allowed: readonly OptionName[], given: Arguments['given']): void {
  const flags = allowed.map(flagOf);
  const foreign = [...given.keys()].find((flag) => !flags.includes(flag));
  if (foreign === undefined) return;
  throw new FluxionError('USAGE', `\`fluxion ${name}\` takes no --${foreign}`, { details: [hint(name)] });
}

function refuseOperands(name: CommandName, operand: string | undefined, operands: readonly string[]): void {
  if (operand?.endsWith('...') === true) return;
  const wanted = operand === undefined ? 0 : 1;
  if (operands.length === wanted) return;
  const message =
    operands.length < wanted
      ? `\`fluxion ${name}\` needs a ${operand}`
      : `\`fluxion ${name}\` does not know what to do with "${operands[wanted]}"`;
  throw new FluxionError('USAGE', message, { details: [hint(name)] });
}

function unknownCommand(word: string): FluxionError {
  const guess = nearest(word, Object.keys(commands));
  const details =
    guess === undefined ? ['`fluxion --help` lists the commands.'] : [`Did you mean \`fluxion ${guess}\`?`];
  return new FluxionError('USAGE', `there is no command "${word}"`, { details });
}

function hint(name: CommandName): string {
  return `\`fluxion ${name} --help\` shows what it takes.`;
}
