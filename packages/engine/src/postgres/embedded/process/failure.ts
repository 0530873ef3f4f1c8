import { FluxionError } from '../../../base/index.ts';

/** Why a server that was started has ended at once, as far as somebody can do something about it. */
export type LaunchFailure = 'stopped' | 'anotherServer' | 'emptyLockFile' | 'portTaken' | 'oldProcesses' | 'other';

const signs: readonly (readonly [LaunchFailure, RegExp])[] = [
  ['emptyLockFile', /lock file "postmaster\.pid" is empty/],
  ['anotherServer', /lock file "postmaster\.pid" already exists|could not remove old lock file/],
  ['oldProcesses', /pre-existing shared memory block .* is still in use/],
  ['portTaken', /could not bind .*: Address already in use|could not create any TCP\/IP sockets/],
];

/** Reads the reason from what the server has written to its log. */
export function classifyFailure(lines: readonly string[]): LaunchFailure {
  const text = lines.join('\n');
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/could not look up effective user ID/, 'Give the user an entry in /etc/passwd, or DATABASE_URL another PostgreSQL.'],
  [/No space left on device|Disk quota exceeded/, 'The disk is full: free some space and start again.'],
  [/Read-only file system/, 'The disk may not be written to.'],
  [/Cannot allocate memory|could not map anonymous shared memory/, 'There is too little memory.'],
];

/** The reason without its time, process and level: `could not write to file …`. */
function tellingLine(lines: readonly string[]): string {
  const level = /\b(?:PANIC|FATAL|ERROR|error):\s+/;
  // What comes after the first reason are mostly its consequences.
  const line = lines.find((candidate) => level.test(candidate)) ?? lines.at(-1);
  if (line === undefined) return 'it does not say why';
  const [, reason = line] = line.split(level);
  return reason.trim().replace(/\.$/, '');
}

/** One sentence with PostgreSQL's own reason, and the last lines of what it wrote as details. */
export function explainedError(what: string, output: readonly string[], logFile?: string): FluxionError {
  const lines = output.filter((line) => line.trim() !== '');
  const hint = hints.find(([sign]) => lines.some((line) => sign.test(line)))?.[1];
  const log = logFile === undefined ? undefined : `Its log is ${logFile}.`;
  const sentences = [`${what}: ${tellingLine(lines)}.`, hint, log].filter((sentence) => sentence !== undefined);
  return new FluxionError('EMBEDDED_SERVER', sentences.join(' '), { details: lines.slice(-8) });
}
