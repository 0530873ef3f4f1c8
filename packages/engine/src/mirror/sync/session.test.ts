import { describe, expect, it, vi } from 'vitest';
import type { FenceReading } from '../core.ts';
import type { MirrorFile } from '../file/index.ts';
import type { Layout } from '../notes/index.ts';
import { parseSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { Session } from './session.ts';
import { CopyState } from './state/index.ts';

const time = '2026-01-31T12:00:00.000000Z';
const needs = [{ table: 'parcels' }];

const layout: Layout = {
  table: { id: 1, schema: 'public', table: 'parcels', unit: [], noting: 'triggers' },
  columns: [],
  fingerprint: '7',
  parts: [],
  unfit: null,
};

/** The copy of a table, applied at a snapshot; `fences` are the states that were asked about. */
function copyAt(applied: string) {
  const state = new CopyState({
    id: 'f',
    history: 'h',
    applied: { snapshot: parseSnapshot(applied), time },
    tables: new Map([[1, { layout, since: null, unbuilt: [], rollups: '[]' }]]),
  });
  const fences: Snapshot[] = [];
  let now = parseSnapshot(applied);
  let isLasting = true;
  let whileReading = async (): Promise<void> => {};
  const reading = (since: Snapshot): FenceReading => ({
    ...{ since, snapshot: now, time, isLasting, history: 'h', horizon: 0n },
    ...{ changed: [], more: false, layouts: new Map([[1, '7']]) },
  });
  const read: MirrorFile['read'] = async () => {
    await whileReading();
    return { rows: [], snapshot: applied, time };
  };
  const file: MirrorFile = { ...unusedFile, read };
  const fence = async (since: Snapshot) => {
    fences.push(since);
    return reading(since);
  };
  const sync = vi.fn<() => Promise<void>>(async () => {});
  const session = new Session({ fence, file, state, sync, onLost: () => {} });
  return {
    state,
    session,
    sync,
    fences,
    reading,
    /** Sets the state that the database is in. */
    comeTo(snapshot: string, onDisk = true) {
      now = parseSnapshot(snapshot);
      isLasting = onDisk;
    },
    /** Sets what happens while DuckDB answers. */
    meanwhile(work: () => Promise<void>) {
      whileReading = work;
    },
  };
}

const unused = (): never => {
  throw new Error('not asked for here');
};
const unusedFile: MirrorFile = {
  ...{ path: '', isNew: false, connect: unused, read: unused, readLimited: unused, hold: unused },
  ...{ checkpoint: unused, close: unused, discard: unused },
};

describe('a fence', () => {
  it('asks about the state that was promised, not about a later one that a crash of PostgreSQL could undo', async () => {
    const { state, session, fences, comeTo } = copyAt('100:100:');
    comeTo('120:120:');
    await session.fence(undefined);
    expect(state.current?.snapshot).toEqual(parseSnapshot('120:120:'));
    await session.fence(undefined);
    expect(fences).toEqual([parseSnapshot('100:100:'), parseSnapshot('100:100:')]);
  });

  it('tells of no later state that a crash would undo: other transactions would have its ids then', async () => {
    const { state, session, comeTo } = copyAt('100:100:');
    comeTo('120:120:', false);
    await session.fence(undefined);
    expect(state.current?.snapshot).toEqual(parseSnapshot('100:100:'));
  });

  it('has a sync look when the database has lost what the copy was known to be the same as', async () => {
    const { state, session, comeTo } = copyAt('100:100:');
    comeTo('120:120:');
    await session.fence(undefined);
    comeTo('110:110:');
    const reading = await session.fence(undefined);
    expect(session.isBehind(reading)).toBe(true);
    expect(state.current?.snapshot).toEqual(parseSnapshot('120:120:'));
  });

  it('proves nothing for a file that is not as far as the one that it was asked about', () => {
    const { reading } = copyAt('100:100:');
    const since = parseSnapshot('100:100:');
    expect(copyAt('100:100:').session.lacks(reading(since), needs)).toBe(false);
    expect(copyAt('90:90:').session.lacks(reading(since), needs)).toBe(true);
  });
});

it('looks again before it catches up with a database that has been set back', async () => {
  const { session, sync, reading } = copyAt('100:100:');
  const fence = { ...reading(parseSnapshot('100:100:')), snapshot: parseSnapshot('90:90:') };
  await session.catchUp(fence);
  expect(sync).not.toHaveBeenCalled();
  await session.catchUp({ ...fence, history: '' });
  expect(sync).toHaveBeenCalledOnce();
});

describe('a read', () => {
  const refused = expect.objectContaining({ code: 'MIRROR_BEHIND' });

  it('is of a copy that is whole', async () => {
    const { session } = copyAt('100:100:');
    expect(await session.read('', [], undefined, needs)).toMatchObject({ rows: [] });
  });

  it('does not begin where a copy may have been committed that is not whole', async () => {
    const { state, session } = copyAt('100:100:');
    await state.whileUnsettled([1], async () => {
      expect(session.ready(needs)).toBe('building');
      await expect(session.read('', [], undefined, needs)).rejects.toEqual(refused);
    });
    expect(session.ready(needs)).toEqual(state.current);
  });

  it('counts for nothing if that came while it ran', async () => {
    const { state, session, meanwhile } = copyAt('100:100:');
    meanwhile(() => state.whileUnsettled([1], async () => {}));
    await expect(session.read('', [], undefined, needs)).rejects.toEqual(refused);
  });

  it('counts for nothing if its table is another one by then', async () => {
    const { state, session, meanwhile } = copyAt('100:100:');
    await state.whileUnsettled([1], async () => {});
    meanwhile(async () => {
      const other = { ...layout, table: { ...layout.table, id: 2 } };
      await state.whileUnsettled([2], async () => {});
      state.setTable(1, undefined);
      state.setTable(2, { layout: other, since: null, unbuilt: [], rollups: '[]' });
    });
    await expect(session.read('', [], undefined, needs)).rejects.toEqual(refused);
  });
});
