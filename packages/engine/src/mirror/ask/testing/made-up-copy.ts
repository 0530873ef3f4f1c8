import { FluxionError, type Need, type RawRow } from '../../../base/index.ts';
import type { Applied, Detour } from '../../answer.ts';
import type { Core, MirrorRead } from '../../core.ts';
import type { FenceReading } from '../../notes/fence-reading.ts';
import { includes, type Snapshot } from '../../snapshot/snapshot.ts';
import { touches } from '../touches.ts';
import type { MadeUpServer } from './made-up-server.ts';
import type { Steps } from './steps.ts';

/** What a Core may do in more than one way. */
export interface Habits {
  /** It judges a reading by the state that the copy is in by then, not by the one that the fence was asked about. */
  readonly judgesByNow: boolean;
  /** It takes note when a fence has found nothing changed. */
  readonly confirms: boolean;
}

/** A copy of the server's table; what it does happens step by step. */
export class MadeUpCopy implements Core {
  readonly #server: MadeUpServer;
  readonly #steps: Steps;
  readonly #habits: Habits;
  /** What is in the file. */
  #file: Applied;
  /** What the process knows to be in the file, and a later state of the server that is the same. */
  #known: { readonly file: Applied; readonly current: Applied };
  /** What every fence fails with, if something. */
  fenceError: Error | undefined;
  #isWhole = true;
  #turn: Promise<void> = Promise.resolve();

  constructor(server: MadeUpServer, steps: Steps, habits: Habits) {
    this.#server = server;
    this.#steps = steps;
    this.#habits = habits;
    this.#file = server.now();
    this.#known = { file: this.#file, current: this.#file };
  }

  ready(): Applied | Detour {
    return this.#isWhole ? this.#known.current : 'building';
  }

  fence(signal: AbortSignal | undefined): Promise<FenceReading> {
    const before = this.#known;
    const since = before.file.snapshot;
    let now = this.#server.now();
    const look = () => {
      if (this.fenceError) throw this.fenceError;
      now = this.#server.now();
    };
    const tell = (): FenceReading => {
      const changed = this.#server.changed(since, now.snapshot);
      const isSame = changed.length === 0 && before === this.#known;
      if (this.#habits.confirms && isSame) this.#known = { ...before, current: now };
      const units = changed.map((unit) => ({ tableId: 1, unit: [unit] }));
      return {
        ...now,
        since,
        history: 'h',
        isLasting: true,
        changed: units,
        more: false,
        layouts: new Map(),
        horizon: 0n,
      };
    };
    return this.#steps.begin([look], tell, signal);
  }

  lacks(reading: FenceReading, needs: readonly Need[]): boolean {
    const changed = this.#habits.judgesByNow
      ? this.#server.changed(this.#known.file.snapshot, reading.snapshot)
      : reading.changed.map(({ unit }) => String(unit[0]));
    return changed.some((unit) => touches(needs, 'lines', ['unit'], [unit]));
  }

  async catchUp({ snapshot }: FenceReading): Promise<void> {
    while (!includes(this.#known.current.snapshot, snapshot)) await this.sync();
  }

  sync(): Promise<void> {
    this.#turn = this.#turn.catch(() => {}).then(() => this.#syncOnce());
    return this.#turn;
  }

  #syncOnce(): Promise<void> {
    const before = this.#file;
    let now = before;
    const look = () => {
      if (!this.#isWhole || this.#file !== before) throw new FluxionError('MIRROR_BEHIND', 'The file was given up.');
      now = this.#server.now();
    };
    const commit = () => {
      if (this.#file !== before) throw new FluxionError('MIRROR_BEHIND', 'The file was given up.');
      this.#file = now;
    };
    return this.#steps.begin([look, commit], () => {
      if (this.#file === now) this.#known = { file: now, current: now };
    });
  }

  read(sql: string, values: readonly unknown[], signal: AbortSignal | undefined): Promise<MirrorRead> {
    let file = this.#file;
    let current: Applied | undefined;
    let isWhole = false;
    const open = () => {
      file = this.#file;
      isWhole = this.#isWhole;
      current = this.#known.file === file ? this.#known.current : undefined;
    };
    const answer = (): MirrorRead => {
      if (!isWhole) throw new FluxionError('MIRROR_BEHIND', 'It was being built.');
      return { rows: rowsOf(this.#server, values, file.snapshot), applied: current ?? file };
    };
    return this.#steps.begin([open], answer, signal);
  }

  /** Gives the file up. */
  lose(): void {
    this.#isWhole = false;
    this.#file = this.#server.now();
  }

  /** Has another file, if that one was given up. */
  build(): void {
    if (this.#isWhole) return;
    this.#isWhole = true;
    this.#file = this.#server.now();
    this.#known = { file: this.#file, current: this.#file };
  }
}

/** Who has written to the units. */
export function rowsOf(server: MadeUpServer, units: readonly unknown[], snapshot: Snapshot): RawRow[] {
  return units.map((unit) => ({ unit: String(unit), writers: server.rowsOf(String(unit), snapshot) }));
}
