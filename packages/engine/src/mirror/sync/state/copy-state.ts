import { isLater } from '../../snapshot/later.ts';
import { includes, parseSnapshot, snapshotText } from '../../snapshot/snapshot.ts';
import type { Applied } from '../../answer.ts';
import { declaredName } from '../table/index.ts';
import type { FileState, TableState } from './file-state.ts';

/** Why a table cannot be brought across, and when it was tried last. */
export interface Failure {
  readonly reason: string;
  readonly at: number;
}

/** A table that could not be brought across is tried again after so long. */
const retryAfterMs = 60_000;
const promiseEveryMs = 60_000;
const mostEarlier = 64;

/**
 * What the process knows of the copy: the file's state as it was last committed, and what has been learned since. It is
 * changed only after DuckDB has committed.
 */
export class CopyState {
  readonly id: string;
  #history: string | null;
  #applied: Applied | null;
  #tables: Map<number, TableState>;
  /** A later state of the database than the applied one, with nothing changed between them. */
  #confirmed: Applied | null = null;
  /** Of states that the file was in before, by their snapshot's text: reads that began then may still run. */
  readonly #earlier = new Map<string, Applied>();
  readonly #failures = new Map<number, Failure>();
  readonly #condemned = new Set<number>();
  readonly #unsettled = new Set<number>();
  readonly #settlements = new Map<number, number>();
  #promisedAt = 0;

  constructor(file: FileState) {
    this.id = file.id;
    this.#history = file.history;
    this.#applied = file.applied;
    this.#tables = new Map(file.tables);
  }

  get history(): string | null {
    return this.#history;
  }

  /** The state that the file says it is in. */
  get applied(): Applied | null {
    return this.#applied;
  }

  /** The latest state of the database that the copy is known to be the same as. */
  get current(): Applied | null {
    return this.#confirmed ?? this.#applied;
  }

  get tables(): ReadonlyMap<number, TableState> {
    return this.#tables;
  }

  get failures(): ReadonlyMap<number, Failure> {
    return this.#failures;
  }

  table(name: string): TableState | undefined {
    return [...this.#tables.values()].find(({ layout }) => declaredName(layout.table) === name);
  }

  /** Takes note that a sync has been committed. */
  sync(history: string, applied: Applied, changed: ReadonlyMap<number, TableState | undefined>): void {
    if (this.#applied && this.#confirmed) this.#remember(snapshotText(this.#applied.snapshot), this.#confirmed);
    // A fence that was read while the sync was under way may have confirmed a later state than the sync's own. With nothing
    // changed by then, that is the new file's too: without it the copy would fall back behind what questions have seen.
    const confirmed = changed.size === 0 && history === this.#history ? this.#confirmed : null;
    this.#confirmed = confirmed && isLater(confirmed, applied) ? confirmed : null;
    this.#history = history;
    this.#applied = applied;
    this.#promisedAt = Date.now();
    for (const [id, table] of changed) {
      this.setTable(id, table);
      this.#condemned.delete(id);
    }
  }

  #remember(applied: string, confirmed: Applied): void {
    this.#earlier.set(applied, confirmed);
    const [oldest] = this.#earlier.keys();
    if (oldest !== undefined && this.#earlier.size > mostEarlier) this.#earlier.delete(oldest);
  }

  setTable(id: number, table: TableState | undefined): void {
    if (table) this.#tables.set(id, table);
    else this.#tables.delete(id);
  }

  /** Takes note that nothing has changed from the state `since`, which was the current one, until `until`. */
  confirm(since: Applied, until: Applied): void {
    if (this.current === since && includes(until.snapshot, since.snapshot)) this.#confirmed = until;
  }

  /** The state that an answer is of, given the one that the file said it was in: the latest known to be the same. */
  stateOf(applied: Applied): Applied {
    const snapshot = snapshotText(applied.snapshot);
    const isApplied = this.#applied !== null && snapshotText(this.#applied.snapshot) === snapshot;
    return (isApplied ? this.#confirmed : this.#earlier.get(snapshot)) ?? applied;
  }

  fail(id: number, reason: string): void {
    this.#failures.set(id, { reason, at: Date.now() });
  }

  recover(id: number): void {
    this.#failures.delete(id);
  }

  /**
   * Runs work that commits copies of these tables that are not whole, or stay behind the others, and takes note of it.
   * DuckDB's reads may see a commit some time before the work does.
   */
  async whileUnsettled(ids: readonly number[], work: () => Promise<void>): Promise<void> {
    for (const id of ids) {
      this.#unsettled.add(id);
      this.#settlements.set(id, this.settlement(id) + 1);
    }
    try {
      await work();
    } finally {
      for (const id of ids) this.#unsettled.delete(id);
    }
  }

  /** Whether the table's copy may be other than its state says. */
  isUnsettled(id: number): boolean {
    return this.#unsettled.has(id);
  }

  /** How often the table's copy has not been whole: the same before and after a read, it was whole in between. */
  settlement(id: number): number {
    return this.#settlements.get(id) ?? 0;
  }

  /** Has the table copied anew by the next sync. */
  condemn(id: number): void {
    this.#condemned.add(id);
  }

  isCondemned(id: number): boolean {
    return this.#condemned.has(id);
  }

  /** Whether a table waits for the sync that ends its building. */
  hasLate(): boolean {
    return [...this.#tables].some(
      ([id, { since, unbuilt }]) => since !== null && unbuilt.length === 0 && !this.rests(id),
    );
  }

  /** Whether the table has failed lately. */
  rests(id: number): boolean {
    const failure = this.#failures.get(id);
    return failure !== undefined && Date.now() - failure.at < retryAfterMs;
  }

  /** Whether PostgreSQL should be told how far the file is although nothing has changed: its old notes can go then. */
  mustPromise(): boolean {
    return Date.now() - this.#promisedAt > promiseEveryMs;
  }

  /**
   * The oldest transaction whose later notes are still needed, by the file or by a table that is being built, whether the
   * file comes to its next state or not.
   * @param next the state that the file is about to be in
   * @param changed the tables' states then, where they are others
   */
  oldestNeeded(next?: Applied, changed: ReadonlyMap<number, TableState | undefined> = new Map()): bigint {
    const files = [this.#applied, next].flatMap((applied) => (applied ? [applied.snapshot.xmin] : []));
    const tables = [...this.#tables.values(), ...changed.values()].flatMap((table) =>
      table && table.since !== null ? [parseSnapshot(table.since).xmin] : [],
    );
    return [...files, ...tables].reduce((least, xmin) => (xmin < least ? xmin : least));
  }
}
