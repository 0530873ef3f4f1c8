import {
  changedBytes,
  changedLogs,
  cutLogs,
  strangers,
  truncations,
  type Damage,
} from '../../test/support/damage/damages.ts';
import { seededRandom } from '../../test/support/damage/random.ts';
import { contentsOf, faultOf } from '../../test/support/damage/judge.ts';
import { soundFiles, type SoundFiles } from '../../test/support/damage/sound-files.ts';
import { FileTrial } from '../../test/support/damage/try-files.ts';
import type { TortureOptions } from '../torture.ts';
import { CommandTrial } from './command-trial.ts';

/** Every how many-th file is also given to the whole program: that takes a second or two each. */
const everyForProgram = 20;

/**
 * Damages a database in every way there is, and reads what is left of it, with the reading part alone and now and then
 * with `fluxion migrate`: it must come out right, or be refused in one sentence, or its crash must be caught and told.
 */
export async function corrupt({ count, seed, say }: TortureOptions): Promise<string[]> {
  const sound = await soundFiles();
  const damages = damagesOf(sound, count, seed);
  say(
    `${damages.length} damaged files, ${Math.ceil(damages.length / everyForProgram)} of them through the whole program`,
  );
  const [trial, program] = [new FileTrial(), await CommandTrial.begin()];
  const failures: string[] = [];
  const outcomes = new Map<string, number>();
  try {
    const contents = await contentsOf(sound, trial);
    for (const [index, damage] of damages.entries()) {
      const files = damage.apply(sound);
      const attempt = await trial.read(files);
      const fault = faultOf(damage, attempt, contents);
      if (fault !== undefined) failures.push(fault);
      const crashed = attempt.outcome === 'crashed';
      const told = crashed || index % everyForProgram === 0 ? await program.migrate(files) : undefined;
      if (told?.failure !== undefined) failures.push(`${damage.name}: ${told.failure}`);
      const key = [damage.kind, attempt.outcome, 'code' in attempt ? attempt.code : '', told?.outcome ?? ''].join(' ');
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
  } finally {
    trial.close();
    await program.end();
  }
  for (const [key, times] of [...outcomes].toSorted()) say(`${String(times).padStart(6)} ${key}`);
  return failures;
}

function damagesOf(sound: SoundFiles, count: number, seed: number): Damage[] {
  const random = seededRandom(seed);
  return [
    ...strangers(),
    ...truncations(sound),
    ...cutLogs(sound, count, random),
    ...changedBytes(sound, count, random, 'found'),
    ...changedBytes(sound, count, random, 'hidden'),
    ...changedLogs(sound, count, random, 'found'),
    ...changedLogs(sound, count, random, 'hidden'),
  ];
}
