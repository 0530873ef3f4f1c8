import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AsOf } from './answer.ts';
import type { KeptCopy } from './keep-copy.ts';
import { snapshotText } from './snapshot/snapshot.ts';
import { declaredName } from './sync/index.ts';

/** How the copy of one table is. */
export interface TableStatus {
  /** As it is declared. */
  readonly table: string;
  readonly unit: readonly string[];
  readonly ready: boolean;
  /** Parts that have been copied, and all there are. */
  readonly copied: number;
  readonly parts: number;
  /** Why it cannot be copied; PostgreSQL answers what needs it. */
  readonly failure?: string;
}

/** How the mirror is. */
export interface MirrorStatus {
  /** `opening` until there is a file, `building` until every table that can be copied is ready. */
  readonly state: 'opening' | 'building' | 'ready';
  /** What it cannot get past, as it was last told; null: nothing. */
  readonly problem: string | null;
  /** The file's path; null while there is none. */
  readonly file: string | null;
  /** Of the file and its log. */
  readonly bytes: number;
  /** The last state of the database that the copy is known to be the same as. */
  readonly asOf: AsOf | null;
  readonly tables: readonly TableStatus[];
}

/** Tells how the mirror is, without asking anybody. */
export function statusOf({ now, problem }: Pick<KeptCopy, 'now' | 'problem'>): MirrorStatus {
  if (!now) return { state: 'opening', problem, file: null, bytes: 0, asOf: null, tables: [] };
  const { state } = now.copy;
  const tables = [...state.tables].map(([id, { layout, since, unbuilt }]): TableStatus => {
    const failure = state.failures.get(id)?.reason;
    const parts = layout.parts.length;
    return {
      table: declaredName(layout.table),
      unit: layout.table.unit,
      ready: since === null,
      copied: parts - unbuilt.length,
      parts,
      ...(failure === undefined ? {} : { failure }),
    };
  });
  const { current } = state;
  const isReady = current !== null && tables.every(({ ready, failure }) => ready || failure !== undefined);
  return {
    state: isReady ? 'ready' : 'building',
    problem,
    file: now.file.path,
    bytes: sizeOf(now.file.path) + sizeOf(`${now.file.path}.wal`),
    asOf: current && { snapshot: snapshotText(current.snapshot), time: current.time },
    tables: tables.toSorted((a, b) => (a.table < b.table ? -1 : 1)),
  };
}

const lookAgainMs = 50;

/** Waits until every table that can be copied is ready. @throws the signal's reason */
export async function whenReady(kept: Pick<KeptCopy, 'now' | 'problem'>, signal?: AbortSignal): Promise<void> {
  while (statusOf(kept).state !== 'ready') {
    await sleep(lookAgainMs);
    signal?.throwIfAborted();
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
