import { entriesOf, partsOf, seal } from './layout.ts';

/** A database file and its write-ahead log. */
export interface Files {
  readonly file: Buffer;
  readonly log: Buffer;
}

/** One way of damaging a database. */
export interface Damage {
  /** What was done, so that it can be done again. */
  readonly name: string;
  /**
   * `found`: DuckDB can find it, so whatever is read must be right. `hidden`: its checksums were made to fit, so that
   * values may come out otherwise, but nothing worse may happen.
   */
  readonly kind: 'found' | 'hidden';
  apply(sound: Files): Files;
}

type Random = (below: number) => number;

/** Every block's border, and a little beside it: the file ends there. */
export function truncations({ file }: Files): Damage[] {
  const borders = partsOf(file).map(({ checksumAt }) => checksumAt);
  const around = [-1, 0, 1, 8, 100];
  const lengths = new Set(borders.flatMap((border) => around.map((more) => Math.max(0, border + more))));
  return [...lengths].map((length) => ({
    name: `the file cut to ${length} bytes`,
    kind: 'found',
    apply: ({ file: sound, log }) => ({ file: sound.subarray(0, length), log }),
  }));
}

/** The log ends after any number of bytes. */
export function cutLogs({ log }: Files, count: number, random: Random): Damage[] {
  const borders = entriesOf(log).map(({ to }) => to);
  const lengths = Array.from({ length: count }, (_, index) => {
    const border = borders[random(borders.length)] ?? 0;
    return index % 2 === 0 ? random(log.length) : Math.min(log.length, border + random(3));
  });
  return lengths.map((length) => ({
    name: `the log cut to ${length} bytes`,
    kind: 'found',
    apply: ({ file, log: sound }) => ({ file, log: sound.subarray(0, length) }),
  }));
}

/** Bytes of the file changed, a few in one part; `hidden` with the part's checksum made to fit. */
export function changedBytes(sound: Files, count: number, random: Random, kind: Damage['kind']): Damage[] {
  return Array.from({ length: count }, () => changedPart(partsOf(sound.file), 'file', random, kind));
}

/** Bytes of the log changed, in one entry. */
export function changedLogs(sound: Files, count: number, random: Random, kind: Damage['kind']): Damage[] {
  return Array.from({ length: count }, () => changedPart(entriesOf(sound.log), 'log', random, kind));
}

function changedPart(
  parts: ReturnType<typeof partsOf>,
  which: keyof Files,
  random: Random,
  kind: Damage['kind'],
): Damage {
  const index = random(parts.length);
  const seed = { count: 1 + random(4), at: Array.from({ length: 4 }, () => random(2 ** 31)), value: 1 + random(255) };
  return {
    name: `${which} part ${index}: ${JSON.stringify(seed)} ${kind}`,
    kind,
    apply: (sound) => {
      const bytes = Buffer.from(sound[which]);
      const part = parts[index];
      if (part === undefined) return sound;
      const used = usedBytes(bytes, part.from, part.to);
      for (const at of seed.at.slice(0, seed.count)) {
        const position = used[at % used.length] ?? part.from;
        bytes.writeUInt8(bytes.readUInt8(position) ^ seed.value, position);
      }
      if (kind === 'hidden') seal(bytes, part);
      return { ...sound, [which]: bytes };
    },
  };
}

/** Where bytes are that are not zero: most of a block may be empty, and there damage means nothing. */
function usedBytes(bytes: Buffer, from: number, to: number): number[] {
  const used: number[] = [];
  for (let at = from; at < to; at += 1) if (bytes[at] !== 0) used.push(at);
  return used;
}

/** Files that were never a database, or not this one. */
export function strangers(): Damage[] {
  const empty = Buffer.alloc(0);
  const zeros = Buffer.alloc(20_000);
  const noise = Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 31 + 7) % 251));
  const kind = 'found';
  return [
    { name: 'an empty file', kind, apply: ({ log }) => ({ file: empty, log }) },
    { name: 'an empty log', kind, apply: ({ file }) => ({ file, log: empty }) },
    { name: 'a file of zeros', kind, apply: ({ log }) => ({ file: zeros, log }) },
    { name: 'a log of zeros', kind, apply: ({ file }) => ({ file, log: zeros }) },
    { name: 'a file of noise', kind, apply: ({ log }) => ({ file: noise, log }) },
    { name: 'a log of noise', kind, apply: ({ file }) => ({ file, log: noise }) },
    { name: 'the log twice', kind, apply: ({ file, log }) => ({ file, log: Buffer.concat([log, log]) }) },
    { name: 'the file as its own log', kind, apply: ({ file }) => ({ file, log: file }) },
  ];
}
