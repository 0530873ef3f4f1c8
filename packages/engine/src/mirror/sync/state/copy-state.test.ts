import { describe, expect, it } from 'vitest';
import type { Applied } from '../../answer.ts';
import { parseSnapshot, snapshotText } from '../../snapshot/snapshot.ts';
import { CopyState } from './copy-state.ts';
import type { TableState } from './file-state.ts';

const at = (snapshot: string, second: number): Applied => ({
  snapshot: parseSnapshot(snapshot),
  time: `2026-01-31T12:00:${String(second).padStart(2, '0')}.000000Z`,
});
const table: TableState = {
  layout: {
    table: { id: 1, schema: 'public', table: 'parcels', unit: [], noting: 'triggers' },
    ...{ columns: [], fingerprint: '7', parts: [], unfit: null },
  },
  ...{ since: null, unbuilt: [], rollups: '[]' },
};

/** A copy in the state 10, and what becomes of it. */
function copy() {
  const state = new CopyState({ id: 'f', history: 'h', applied: at('10:10:', 0), tables: new Map([[1, table]]) });
  const current = () => state.current && `${snapshotText(state.current.snapshot)} ${state.current.time.slice(17, 19)}`;
  return { state, current };
}

describe('a state that a fence has confirmed while a sync was under way', () => {
  it('stays, if the sync found nothing changed', () => {
    const { state, current } = copy();
    if (state.current) state.confirm(state.current, at('13:13:', 3));
    state.sync('h', at('12:12:', 2), new Map());
    expect(current()).toBe('13:13: 03');
    expect(snapshotText(state.stateOf(at('12:12:', 2)).snapshot)).toBe('13:13:');
  });

  it('stays by its time, where nothing is written at all', () => {
    const { state, current } = copy();
    if (state.current) state.confirm(state.current, at('10:10:', 3));
    state.sync('h', at('10:10:', 2), new Map());
    expect(current()).toBe('10:10: 03');
  });

  it.each([
    ['the sync is of a later state', 'h', at('14:14:', 4), new Map<number, TableState>()],
    ['the sync is of a later time', 'h', at('13:13:', 4), new Map<number, TableState>()],
    ['neither state has seen all of the other', 'h', at('14:15:14', 2), new Map<number, TableState>()],
    ['a table has been brought to the sync’s state', 'h', at('12:12:', 2), new Map([[1, table]])],
    ['the database is of another history', 'other', at('12:12:', 2), new Map<number, TableState>()],
  ])('is none any longer if %s', (_, history, applied, changed) => {
    const { state, current } = copy();
    if (state.current) state.confirm(state.current, at('13:13:', 3));
    state.sync(history, applied, changed);
    expect(current()).toBe(`${snapshotText(applied.snapshot)} ${applied.time.slice(17, 19)}`);
  });
});
