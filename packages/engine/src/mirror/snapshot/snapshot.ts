/**
 * Which transactions a reader sees, as PostgreSQL's `pg_snapshot` says it: all before `xmax` but those of `running`.
 * Both are 64-bit transaction ids, which do not wrap around.
 */
export interface Snapshot {
  readonly xmin: bigint;
  readonly xmax: bigint;
  /** Those under way, in ascending order; each is at least xmin and less than xmax. */
  readonly running: readonly bigint[];
}

/** Reads PostgreSQL's text of a snapshot, `xmin:xmax:xid,xid`. @throws RangeError if it is none */
export function parseSnapshot(text: string): Snapshot {
  const found = /^(\d{1,20}):(\d{1,20}):((?:\d{1,20}(?:,\d{1,20})*)?)$/.exec(text);
  if (!found) throw new RangeError('not a snapshot, which is written xmin:xmax:xid,xid');
  const [xmin = 0n, xmax = 0n] = found.slice(1, 3).map(BigInt);
  const running = found[3] ? found[3].split(',').map(BigInt) : [];
  let last = xmin - 1n;
  for (const xid of [...running, xmax]) {
    if (xid <= last) throw new RangeError('not a snapshot: its transactions are not in ascending order');
    last = xid;
  }
  return { xmin, xmax, running };
}

/** As `pg_snapshot` takes it. */
export function snapshotText({ xmin, xmax, running }: Snapshot): string {
  return `${xmin}:${xmax}:${running.join(',')}`;
}

/** Whether a reader with the snapshot sees what the transaction has committed. */
export function sees({ xmax, running }: Snapshot, xid: bigint): boolean {
  return xid < xmax && !running.includes(xid);
}

/** Whether a reader with `newer` sees everything that one with `older` sees. */
export function includes(newer: Snapshot, older: Snapshot): boolean {
  const missing = newer.running.some((xid) => sees(older, xid));
  if (missing) return false;
  // What older sees from newer.xmax on: everything up to its own xmax but what was under way.
  const beyond = older.xmax - newer.xmax;
  if (beyond <= 0n) return true;
  const running = older.running.filter((xid) => xid >= newer.xmax);
  return BigInt(running.length) === beyond;
}
