import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commands, isCommandName } from '../packages/cli/src/commands.ts';
import { commonOptions, flagOf, readArguments } from '../packages/cli/src/options/index.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/runbooks');
const pages = await Promise.all(
  (await readdir(folder)).map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
);

/** What is typed, of all runbooks: the blocks of commands, and commands within sentences. */
const typed = pages.flatMap(({ text }) => [
  ...[...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block),
  ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
]);

it('what the runbooks take from a stack is printed by it', async () => {
  const wanted = typed.flatMap((text) => [
    ...[...text.matchAll(/\boutput (Api|Database|Loads|Watch) (\w+)/g)].map(([, stack, name]) => `${stack}/${name}`),
    ...[...text.matchAll(/\btask (Run|PrepareRole|Migrate|Export)\b/g)].map(([, name]) => `Loads/${name}Command`),
  ]);
  const printed = await Promise.all(
    ['Api', 'Database', 'Loads', 'Watch'].map(async (stack) => {
      const template = await readFile(join(root, `packages/infra/snapshots/production-${stack}.json`), 'utf8');
      return Object.keys(JSON.parse(template).Outputs).map((name) => `${stack}/${name}`);
    }),
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((name) => !printed.flat().includes(name))).toEqual([]);
});

it('each command of Fluxion in a runbook is one, with options that it has', () => {
  const lines = typed.flatMap((text) => text.split('\n'));
  const found = lines.flatMap((line) => {
    const [, words] = /^(?:fluxion|task (?:Run|Migrate|Export)) ([a-z][^#;&|]*)/.exec(line) ?? [];
    return words === undefined ? [] : [words.trim().split(/\s+/)];
  });
  const wrong = found.filter((words) => {
    const { words: names, given } = readArguments(words);
    const name = names[0] ?? '';
    if (!isCommandName(name)) return true;
    const flags = [...commands[name].options, ...commonOptions].map(flagOf);
    return [...given.keys()].some((flag) => !flags.includes(flag));
  });
  expect(found.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

/** Answers as the service does, and keeps what it was asked. */
const fakeAws = `#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
case "$*" in
  *describe-stacks*) echo "aws ecs run-task --region r --cluster c --task-definition fluxion-staging-work --overrides '{}'" ;;
  *run-task*) echo arn:aws:ecs:r:1:task/c/0abc ;;
  *lastStatus*) echo STOPPED ;;
  *exitCode*) echo "$CODE" ;;
  *stoppedReason*) echo CannotPullContainerError ;;
  *logs*) echo 'it said so' ;;
  *DATABASE_URL*) echo 'postgresql://fluxion@old.rds:5432/fluxion?passwordsecret=arn:aws:x' ;;
esac
`;

/** Runs a line in a shell that has the names of the runbooks' first page. */
async function shell(line: string, code = '0') {
  const home = await mkdtemp(join(tmpdir(), 'fluxion-runbooks-'));
  onTestFinished(() => rm(home, { recursive: true }));
  await writeFile(join(home, 'aws'), fakeAws, { mode: 0o755 });
  const index = pages.find(({ name }) => name === 'README.md')?.text ?? '';
  const block = /^```sh\n(export .*?)^```/ms.exec(index)?.[1] ?? '';
  const names = block.replace('ENVIRONMENT=production', 'ENVIRONMENT=staging');
  const asked = join(home, 'asked');
  const env = { ...process.env, PATH: `${home}:${process.env['PATH']}`, ASKED: asked, CODE: code };
  const { stdout, status } = await new Promise<{ stdout: string; status: unknown }>((resolve) => {
    execFile('bash', ['-c', `${names}\n${line}`], { env, cwd: root }, (error, out) => {
      resolve({ stdout: out, status: error?.code ?? 0 });
    });
  });
  return { stdout, status, asked: await readFile(asked, 'utf8') };
}

it('a task gets its words as they were typed, shows its log, and ends as it ended', async () => {
  const { stdout, status, asked } = await shell(`task Run user add a@b.c --name "Ana d'Arc \\$x"`, '3');
  expect(asked).toContain(
    `--overrides {"containerOverrides":[{"name":"fluxion","command":["user","add","a@b.c","--name","Ana d'Arc $x"]}]}`,
  );
  expect(asked).toContain(
    '/fluxion/staging/loads --since 14d --format short --log-stream-names fluxion-staging-work/fluxion/0abc',
  );
  expect({ stdout, status }).toEqual({ stdout: 'it said so\n', status: 3 });
});

it('a task that never began says why', async () => {
  const { stdout, status } = await shell('task Run gaps', 'None');
  expect({ stdout, status }).toEqual({ stdout: 'it said so\nCannotPullContainerError\n', status: 1 });
});

it('the scaling is held while nobody is to be served', async () => {
  expect((await shell('api 0')).asked).toContain('DynamicScalingOutSuspended=true');
  const { asked } = await shell('api 2');
  expect(asked).toContain('DynamicScalingOutSuspended=false');
  expect(asked).toContain('--service fluxion-staging-api --desired-count 2');
});

it('an address is the one of the tasks, or of the same database elsewhere', async () => {
  const { stdout } = await shell('address work; address work new.rds');
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'postgresql://fluxion@old.rds:5432/fluxion?passwordsecret=arn:aws:x',
    'postgresql://fluxion@new.rds:5432/fluxion?passwordsecret=arn:aws:x',
  ]);
});
