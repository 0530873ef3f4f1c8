import { abortable, FluxionError, messageOf, type Need } from '../../base/index.ts';
import type { Applied, Core, Detour, FenceReading, MirrorRead, Snapshot } from '../core.ts';
import { isDamage, isInvalidated, type LimitedRows, type MirrorFile, type RowLimits } from '../file/index.ts';
import { includes, parseSnapshot } from '../snapshot/snapshot.ts';
import { isBehind, isOfOtherPast, lacks } from './lacking.ts';
import { OtherPast, type CopyState } from './state/index.ts';
import { sharedTurns } from './timing/index.ts';
import { isUnchanged, parseVersion, versionOf } from './version.ts';

/** Called when the open file cannot go on, with the reason, and whether its content is of no more use. */
export type OnLost = (reason: string, content: 'useless' | 'sound') => void;

export interface SessionParts {
  /** Asks PostgreSQL what has changed since. */
  readonly fence: (since: Snapshot) => Promise<FenceReading>;
  readonly file: MirrorFile;
  readonly state: CopyState;
  /** Brings the copy up to date, once. */
  readonly sync: () => Promise<void>;
  readonly onLost: OnLost;
}

/** The copy in one open file, as long as the file is to be trusted. */
export class Session implements Core {
  readonly #parts: SessionParts;
  readonly #turn: () => Promise<void>;
  /** Many questions at once share a fence that begins after each of them was asked. */
  #fences: { readonly since: Snapshot; readonly turn: () => Promise<FenceReading> } | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#turn = sharedTurns(parts.sync);
  }

  ready(needs: readonly Need[]): Applied | Detour {
    const { state } = this.#parts;
    for (const need of needs) {
      const table = state.table(need.table);
      if (!table) return state.current ? 'not mirrored' : 'building';
      const { id } = table.layout.table;
      if (table.since !== null) return state.failures.has(id) ? 'not mirrored' : 'building';
      if (state.isUnsettled(id)) return 'building';
    }
    return state.current ?? 'building';
  }

  async fence(signal: AbortSignal | undefined): Promise<FenceReading> {
    const { fence, state } = this.#parts;
    const { applied, current } = state;
    if (!applied || !current) throw new FluxionError('MIRROR_BEHIND', 'The mirror has no copy yet.');
    // Not since the current state: what PostgreSQL had not yet written to its disk of that, a crash would undo, and give
    // its transaction ids to others. The applied one was promised.
    const since = applied.snapshot;
    if (this.#fences?.since !== since) {
      this.#fences = { since, turn: sharedTurns(() => fence(since)) };
    }
    const reading = await abortable(this.#fences.turn(), signal);
    if (reading.isLasting && !this.isBehind(reading))
      state.confirm(current, { snapshot: reading.snapshot, time: reading.time });
    return reading;
  }

  lacks(reading: FenceReading, needs: readonly Need[]): boolean {
    return lacks(this.#parts.state, reading, needs);
  }

  /** Whether a sync has something to do for any table. */
  isBehind(reading: FenceReading): boolean {
    return isBehind(this.#parts.state, reading);
  }

  async catchUp(reading: FenceReading): Promise<void> {
    const { state } = this.#parts;
    const { snapshot } = reading;
    // A database that was set back may be behind the copy by its transactions' numbers.
    if (isOfOtherPast(state, reading)) await this.sync();
    while (!state.current || !includes(state.current.snapshot, snapshot)) await this.sync();
  }

  /** Brings the copy to a state that is no older than the call. @throws FluxionError MIRROR_BEHIND */
  async sync(): Promise<void> {
    try {
      await this.#turn();
    } catch (error) {
      if (error instanceof OtherPast) this.#parts.onLost(error.message, 'useless');
      this.#loseIfDamaged(error);
      if (error instanceof FluxionError) throw error;
      throw new FluxionError('MIRROR_BEHIND', `The mirror cannot be brought up to date: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  async read(
    sql: string,
    values: readonly unknown[],
    signal: AbortSignal | undefined,
    needs: readonly Need[],
  ): Promise<MirrorRead> {
    const { file, state } = this.#parts;
    try {
      const { rows, snapshot, time } = await this.#whole(needs, () => file.read(sql, values, signal));
      return { rows, applied: state.stateOf({ snapshot: parseSnapshot(snapshot), time }) };
    } catch (error) {
      this.#loseIfDamaged(error);
      throw error;
    }
  }

  /** Runs a person's statement, that was checked. It may fail in ways that say nothing of the file. */
  async readLimited(
    sql: string,
    limits: RowLimits,
    signal: AbortSignal,
    needs: readonly Need[],
  ): Promise<LimitedRows & { readonly applied: Applied }> {
    const { file, state } = this.#parts;
    try {
      const read = await this.#whole(needs, () => file.readLimited(sql, limits, signal));
      return { ...read, applied: state.stateOf({ snapshot: parseSnapshot(read.snapshot), time: read.time }) };
    } catch (error) {
      // If DuckDB has given the file up, it says so of the next statement too.
      if (isInvalidated(error)) await this.read('SELECT 1', [], undefined, []);
      else this.#loseIfDamaged(error);
      throw error;
    }
  }

  /** Reads tables that are whole, before and after. @throws FluxionError MIRROR_BEHIND */
  async #whole<T>(needs: readonly Need[], work: () => Promise<T>): Promise<T> {
    const before = this.#settlements(needs);
    const result = await work();
    if (this.#settlements(needs) !== before) {
      throw new FluxionError('MIRROR_BEHIND', 'A table that the question needs was being copied anew.');
    }
    return result;
  }

  /** How often each of the tables has not been whole. @throws FluxionError MIRROR_BEHIND if one is not */
  #settlements(needs: readonly Need[]): string {
    const { state } = this.#parts;
    if (typeof this.ready(needs) === 'string') {
      throw new FluxionError('MIRROR_BEHIND', 'A table that the question needs is being copied.');
    }
    return needs
      .map(({ table }) => state.table(table)?.layout.table.id ?? 0)
      .map((id) => `${id}:${state.settlement(id)}`)
      .join();
  }

  /** Names the state of what the needs read; undefined while the copy of it is not whole. */
  version(needs: readonly Need[]): string | undefined {
    return typeof this.ready(needs) === 'string' ? undefined : versionOf(this.#parts.state, needs);
  }

  /** Asks PostgreSQL whether what the needs read is still as it was in that version; of a text that is none it is not. */
  async isCurrent(text: string, needs: readonly Need[], signal: AbortSignal): Promise<boolean> {
    const { fence, state } = this.#parts;
    const version = parseVersion(text);
    if (version === undefined) return false;
    const isLatest = text === this.version(needs);
    // Most often it is the copy's own state, of which many ask at once.
    const reading = isLatest ? await this.fence(signal) : await abortable(fence(version.since), signal);
    return isUnchanged(version, reading, needs, state);
  }

  #loseIfDamaged(error: unknown): void {
    const { onLost } = this.#parts;
    if (isDamage(error)) onLost(`the file is damaged: ${messageOf(error)}`, 'useless');
    else if (isInvalidated(error)) onLost(`DuckDB has given it up: ${messageOf(error)}`, 'sound');
  }
}
