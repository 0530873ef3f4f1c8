import { createHash } from 'node:crypto';
import type { Need } from '../../base/index.ts';
import { touches } from '../ask/index.ts';
import type { FenceReading } from '../core.ts';
import { includes, parseSnapshot, snapshotText, type Snapshot } from '../snapshot/snapshot.ts';
import type { CopyState } from './state/index.ts';

interface Version {
  readonly since: Snapshot;
  /** Of the history and of the tables' shapes: what leaves no notes. */
  readonly shape: string;
}

/**
 * Names the state of what the needs read, as the copy has it on disk; undefined if the copy lacks one of the tables. What is
 * read later is of this state or of a later one.
 */
export function versionOf(state: CopyState, needs: readonly Need[]): string | undefined {
  const { applied, history } = state;
  const layouts = needs.map(({ table }) => state.table(table)?.layout);
  if (!applied || history === null || layouts.some((layout) => layout === undefined)) return undefined;
  const shape = shapeOf(
    history,
    layouts.map((layout) => layout?.fingerprint),
  );
  return `${snapshotText(applied.snapshot)}|${shape}`;
}

/** @returns undefined if the text is no version: it comes from outside */
export function parseVersion(text: string): Version | undefined {
  const [snapshot = '', shape = '', ...more] = text.split('|');
  if (more.length > 0) return undefined;
  try {
    return { since: parseSnapshot(snapshot), shape };
  } catch {
    return undefined;
  }
}

/** Whether what the needs read is, by a reading of what has changed since the version, still as it was then. */
export function isUnchanged(
  { since, shape }: Version,
  reading: FenceReading,
  needs: readonly Need[],
  state: CopyState,
): boolean {
  if (reading.more || since.xmin < reading.horizon || !includes(reading.snapshot, since)) return false;
  const tables = needs.map(({ table }) => state.table(table)?.layout.table);
  const fingerprints = tables.map((table) => table && reading.layouts.get(table.id));
  if (fingerprints.includes(undefined) || shapeOf(reading.history, fingerprints) !== shape) return false;
  return !needs.some((need, index) => {
    const table = tables[index];
    return reading.changed.some(
      ({ tableId, unit }) => tableId === table?.id && touches([need], need.table, table.unit, unit),
    );
  });
}

function shapeOf(history: string, fingerprints: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify([history, ...fingerprints]))
    .digest('base64url')
    .slice(0, 22);
}
