import { errorTable, exitCodes } from '@fluxion/engine/base';
import { table } from './table.ts';

const exitMeanings: Record<keyof typeof exitCodes, string> = {
  done: 'done',
  failed: 'failed',
  usage: 'wrong usage',
  differs: 'done, but rows were rejected, something was refused or a comparison differs',
  unusableInput: 'the input is unusable',
  database: 'the database is unreachable or unsuitable',
  interrupted: 'interrupted; the same command may be run again, a migration with --resume',
};

/** docs/errors.md: the exit codes, and every error code with what a person can do. */
export function errorsPage(): string {
  const exits = Object.entries(exitMeanings).map(([name, meaning]) => [exitOf(name), meaning]);
  const errors = Object.entries(errorTable).map(
    ([code, { exit, manual }]) => `### ${code}\n\nExit code ${exit}. ${manual}`,
  );
  return `# Errors

Written by \`npm run docs\` from \`packages/engine/src/base/error-codes.ts\`; a test holds it current.

A command that fails prints \`fluxion: \` and one sentence on stderr, with details below it; with \`--json\` it also prints
\`{ "error": { "code", "message", "details" } }\` on stdout. \`FLUXION_DEBUG=1\` shows where an error came from.

## Exit codes

${table(['code', 'meaning'], exits)}

## Error codes

${errors.join('\n\n')}
`;
}

function exitOf(name: string): string {
  return String(exitCodes[name as keyof typeof exitCodes]);
}
