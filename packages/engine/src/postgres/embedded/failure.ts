import { FluxionError } from '../../base/index.ts';

/** Why a server that was started has ended at once, as far as somebody can do something about it. */
export type LaunchFailure = 'anotherServer' | 'emptyLockFile' | 'portTaken' | 'oldProcesses' | 'other';

const signs: readonly (readonly [LaunchFailure, RegExp])[] = [
  ['emptyLockFile', /lock file "postmaster\.pid" is empty/],
  ['anotherServer', /lock file "postmaster\.pid" already exists|could not remove old lock file/],
  ['oldProcesses', /pre-existing shared memory block .* is still in use/],
  ['portTaken', /could not bind .*: Address already in use|could not create any TCP\/IP sockets/],
];

export function classifyFailure(lines: readonly string[]): LaunchFailure {
  const text = lines.join('\n');
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded/, ' The disk is full: free some space and start again.'],
  [/Read-only file system/, ' The disk may not be written to.'],
  [/Cannot allocate memory|could not map anonymous shared memory/, ' There is too little memory.'],
];

/** The reason without its time, process and level: `could not write to file …`. */
function tellingLine(lines: readonly string[]): string {
  const level = /\b(?:PANIC|FATAL|ERROR):\s+/;
  // What comes after the first reason are mostly its consequences.
  const line = lines.find((candidate) => level.test(candidate)) ?? lines.at(-1) ?? 'it says nothing';
  return line.slice(line.search(level)).replace(level, '').trim();
}

/** The error for a server that does not start: one sentence with PostgreSQL's own reason, and its log's last lines. */
export function launchError(lines: readonly string[], logFile: string): FluxionError {
  const hint = hints.find(([sign]) => lines.some((line) => sign.test(line)))?.[1] ?? '';
  const reason = `PostgreSQL did not start: ${tellingLine(lines).replace(/\.$/, '')}.${hint} Its log is ${logFile}.`;
  return new FluxionError('EMBEDDED_SERVER', reason, { details: lines.slice(-8) });
}
