import { changedBytes, changedLogs, cutLogs, strangers, truncations, type Damage } from '#testing/damage/damages.ts';
import { contentsOf, faultOf } from '#testing/damage/judge.ts';
import { entriesOf, isSealed, partsOf } from '#testing/damage/layout.ts';
import { seededRandom } from '#testing/damage/random.ts';
import { soundFiles, type SoundFiles } from '#testing/damage/sound-files.ts';
import { FileTrial } from '#testing/damage/try-files.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const trial = new FileTrial();
afterAll(() => trial.close());

let sound: SoundFiles;
let contents: ReadonlySet<string>;
beforeAll(async () => {
  sound = await soundFiles();
  contents = await contentsOf(sound, trial);
});

/** Damages the files in each of these ways. None may go by with wrong values, without a sentence or without an end. */
async function endures(damages: readonly Damage[]): Promise<void> {
  const faults = [];
  for (const damage of damages) faults.push(faultOf(damage, await trial.read(damage.apply(sound)), contents));
  expect(faults).toEqual(damages.map(() => undefined));
}

const random = seededRandom(20_261);

describe('a damaged database is read rightly or refused in a sentence', () => {
  it('has the layout that is damaged here', () => {
    const parts = partsOf(sound.file);
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.every((part) => isSealed(sound.file, part))).toBe(true);
    expect(entriesOf(sound.log).every((entry) => isSealed(sound.log, entry))).toBe(true);
    expect(contents.size).toBe(sound.states.length);
  });

  it('when it is cut at a block', () => endures(truncations(sound).filter((_, index) => index % 12 === 0)));

  it('when its log is cut', () => endures(cutLogs(sound, 12, random)));

  it('when bytes of it are changed', () => endures(changedBytes(sound, 12, random, 'found')));

  it('when bytes of its log are changed', () => endures(changedLogs(sound, 8, random, 'found')));

  it('when bytes are changed and the checksums fit', () => endures(changedBytes(sound, 20, random, 'hidden')));

  it('when bytes of its log are changed and the checksums fit', () =>
    endures(changedLogs(sound, 10, random, 'hidden')));

  it('when it never was one', () => endures(strangers()));
});
