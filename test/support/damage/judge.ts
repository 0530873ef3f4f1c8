import type { Damage } from './damages.ts';
import type { SoundFiles } from './sound-files.ts';
import type { Attempt, FileTrial } from './try-files.ts';

/** What is read of the file with none, the first, the first two ... of its log's commits. */
export async function contentsOf(sound: SoundFiles, trial: FileTrial): Promise<Set<string>> {
  const contents = new Set<string>();
  for (const state of sound.states) {
    const attempt = await trial.read(state);
    if (attempt.outcome !== 'read') throw new Error(`a sound file was not read: ${JSON.stringify(attempt)}`);
    contents.add(attempt.content);
  }
  return contents;
}

/** What is wrong with an attempt to read damaged files; undefined if nothing is. */
export function faultOf(damage: Damage, attempt: Attempt, contents: ReadonlySet<string>): string | undefined {
  const why = reasonOf(damage, attempt, contents);
  return why === undefined ? undefined : `${damage.name}: ${why}`;
}

function reasonOf({ kind }: Damage, attempt: Attempt, contents: ReadonlySet<string>): string | undefined {
  switch (attempt.outcome) {
    case 'read':
      return kind === 'found' && !contents.has(attempt.content) ? 'read with other values' : undefined;
    case 'refused':
      return /^[^\n]+\.$/.test(attempt.message) ? undefined : `not one sentence: ${attempt.message}`;
    case 'crashed':
      return kind === 'hidden' ? undefined : `crashed by ${attempt.signal} where a checksum fails`;
    case 'unexplained':
      return `unexplained: ${attempt.message}`;
    case 'hung':
      return 'came to no end';
  }
}
