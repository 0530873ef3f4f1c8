import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { includes, parseSnapshot, sees, snapshotText, type Snapshot } from './snapshot.ts';

describe("PostgreSQL's text of a snapshot", () => {
  test.each(['3:3:', '100:100:', '100:104:100,102', '1:18446744073709551615:1'])('is read and written: %s', (text) => {
    expect(snapshotText(parseSnapshot(text))).toBe(text);
  });

  test.each([
    '',
    '1',
    '1:2',
    '1:2:,',
    '1:2:x',
    '-1:2:',
    ' 1:2:',
    '1:2:\n',
    '5:3:',
    '1:3:3',
    '2:3:1',
    '1:9:4,4',
    '1:9:5,4',
    '1:123456789012345678901:',
  ])('is refused: %j', (text) => {
    expect(() => parseSnapshot(text)).toThrow(RangeError);
  });
});

/** Any snapshot with small transaction ids. */
const snapshots = fc
  .record({
    xids: fc.uniqueArray(fc.integer({ min: 3, max: 20 }), { minLength: 1 }),
    after: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ xids, after }): Snapshot => {
    const ascending = xids.toSorted((a, b) => a - b).map(BigInt);
    const xmax = (ascending.at(-1) ?? 0n) + BigInt(after);
    const running = ascending.filter((xid) => xid < xmax);
    return { xmin: running[0] ?? xmax, xmax, running };
  });

const allXids = Array.from({ length: 26 }, (_, xid) => BigInt(xid));

test('one snapshot includes another if it sees all that the other one sees', () => {
  fc.assert(
    fc.property(snapshots, snapshots, (a, b) => {
      const expected = allXids.every((xid) => !sees(b, xid) || sees(a, xid));
      expect(includes(a, b)).toBe(expected);
      expect(parseSnapshot(snapshotText(a))).toEqual(a);
    }),
    { numRuns: 2000 },
  );
});

/** What a server does, as far as its snapshots tell. */
type Step = 'begin' | 'end' | 'look';

/** A server's transactions: each has the next id when it first writes, and is running until it ends, in whatever way. */
function play(steps: readonly { readonly step: Step; readonly pick: number }[]) {
  let next = 3n;
  let latestEnded = 2n;
  const running: bigint[] = [];
  const ended = new Set<bigint>();
  const looks: { snapshot: Snapshot; ended: ReadonlySet<bigint> }[] = [];
  for (const { step, pick } of steps) {
    if (step === 'begin') running.push(next++);
    if (step === 'end' && running.length > 0) {
      for (const xid of running.splice(pick % running.length, 1)) {
        ended.add(xid);
        if (xid > latestEnded) latestEnded = xid;
      }
    }
    if (step === 'look') {
      // As GetSnapshotData has it: all before xmax that are not under way have ended.
      const xmax = latestEnded + 1n;
      const seen = running.filter((xid) => xid < xmax);
      looks.push({ snapshot: { xmin: seen[0] ?? xmax, xmax, running: seen }, ended: new Set(ended) });
    }
  }
  return { looks, xids: Array.from({ length: Number(next) }, (_, xid) => BigInt(xid)).slice(3) };
}

test('of a server, a later snapshot includes each earlier one, and sees what had ended by then and nothing else', () => {
  const steps = fc.array(
    fc.record({ step: fc.constantFrom<Step>('begin', 'begin', 'end', 'end', 'look'), pick: fc.nat() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (taken) => {
      const { looks, xids } = play(taken);
      looks.forEach(({ snapshot, ended }, at) => {
        for (const xid of xids) expect(sees(snapshot, xid)).toBe(ended.has(xid));
        for (const later of looks.slice(at)) {
          expect(includes(later.snapshot, snapshot)).toBe(true);
          // The earlier one includes the later one only if nothing has ended between them.
          expect(includes(snapshot, later.snapshot)).toBe(later.ended.size === ended.size);
        }
      });
    }),
    { numRuns: 1000 },
  );
});
