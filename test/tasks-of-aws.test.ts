import { describe, expect, test } from 'vitest';
import { commands, isCommandName } from '../packages/cli/src/commands.ts';
import {
  commonOptions,
  flagOf,
  isOptionName,
  optionSpec,
  optionTable,
  optionValues,
  readArguments,
} from '../packages/cli/src/options/index.ts';
import { environments, templateOf } from '../packages/infra/src/testing/synthesise.ts';

/** Where templates say what the program is told, in a language that its own command line must understand. */
interface Task {
  readonly family: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What CloudFormation will make of a value, with `x` for what is known only then. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': joined } = value as { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] };
  return joined === undefined ? 'x' : joined[1].map(text).join(joined[0]);
}

const templates = [templateOf(environments.production, 'api'), templateOf(environments.production, 'loads')];

const tasks: readonly Task[] = templates.flatMap((template) =>
  Object.values(template.findResources('AWS::ECS::TaskDefinition')).map(
    ({ Properties: { Family, ContainerDefinitions } }) => {
      const [container] = ContainerDefinitions;
      const variables: ReadonlyArray<{ Name: string; Value: unknown }> = container.Environment;
      return {
        family: Family,
        words: container.Command.map(text),
        environment: Object.fromEntries(variables.map(({ Name, Value }) => [Name, text(Value)])),
      };
    },
  ),
);

/** The words that a family is run with in the place of its own. */
function overriding(): ReadonlyArray<Pick<Task, 'family' | 'words'>> {
  const commandsOf = (json: string): readonly string[] => JSON.parse(json).containerOverrides[0].command;
  return templates.flatMap((template) => [
    ...Object.values(template.findResources('AWS::Scheduler::Schedule')).map(({ Properties }) => ({
      family: 'fluxion-production-work',
      words: commandsOf(Properties.Target.Input),
    })),
    ...Object.values(template.findOutputs('*')).flatMap(({ Value }) => {
      const [, family, json] = /--task-definition (\S+) .*--overrides '(.*)'$/.exec(text(Value)) ?? [];
      return family === undefined || json === undefined ? [] : [{ family, words: commandsOf(json) }];
    }),
  ]);
}

const runs = [
  ...tasks,
  ...overriding().flatMap((run) =>
    tasks.filter(({ family }) => family === run.family).map((task) => ({ ...task, ...run })),
  ),
];

describe.each(runs)('fluxion $words in $family', ({ words, environment }) => {
  test('is a command with the options that it has', () => {
    const { words: found, given } = readArguments(words);
    const name = found[0] ?? '';
    if (!isCommandName(name)) throw new Error(`no command ${name}`);
    const names = [...commands[name].options, ...commonOptions];
    const flags = names.map(flagOf);
    expect([...given.keys()].filter((flag) => !flags.includes(flag))).toEqual([]);
    expect(() => optionValues(names, given, environment)).not.toThrow();
  });

  test('is told nothing by variables that the program does not know', () => {
    const known = Object.keys(optionTable)
      .filter(isOptionName)
      .map((name) => optionSpec(name).env);
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
  });
});

test('each family, schedule and printed command is among them', () => {
  expect(runs.map(({ words }) => words[0])).toEqual(
    expect.arrayContaining(['up', 'work', 'recover', 'prepare-role', 'migrate', 'doctor']),
  );
  expect(runs.length).toBeGreaterThan(tasks.length);
});
