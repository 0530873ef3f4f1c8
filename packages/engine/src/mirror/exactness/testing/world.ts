import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openPool } from '../../../postgres/index.ts';
import { prune } from '../../notes/index.ts';
import { Asks } from './asks.ts';
import type { Figures } from './figures.ts';
import { Past } from './past.ts';
import { startMirror, type MirrorTask, type RemoteMirror } from './remote-mirror.ts';
import { writers, type Step } from './steps.ts';
import { tableNames } from './tables.ts';
import { openWriter, type Committed, type Writer } from './writer.ts';

export interface WorldOptions {
  readonly url: string;
  readonly figures: Figures;
  /** Kills the server or one session of it by SIGKILL, and waits until it answers again. */
  readonly crash?: ((whom: 'session' | 'server') => Promise<void>) | undefined;
}

/** While a writer has its transaction open, who waits for its locks may wait for ever. */
const patienceMs = 200;
/** The longest that anything takes where nobody holds locks. */
const hangsAfterMs = 90_000;
const mostPending = 6;

const everything = { tables: tableNames, shop: null, until: null, sums: true };

type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/** A database that is written into, its mirror, and all that was ever committed there. */
export class World {
  readonly #options: WorldOptions;
  readonly #pool: Pool;
  readonly #folder: string;
  readonly #past: Past;
  readonly #asks: Asks;
  #writers: Writer[] = [];
  #mirror: RemoteMirror;

  private constructor(options: WorldOptions, parts: { pool: Pool; folder: string; past: Past; mirror: RemoteMirror }) {
    this.#options = options;
    this.#pool = parts.pool;
    this.#folder = parts.folder;
    this.#past = parts.past;
    this.#mirror = parts.mirror;
    this.#asks = new Asks(parts.past, options.figures);
  }

  /** Of a database that holds the tables, which are declared. The mirror is only being built. */
  static async open(options: WorldOptions): Promise<World> {
    const pool = openPool({ url: options.url, applicationName: 'fluxion-model', max: writers + 4 });
    const folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
    const past = await Past.begin(pool);
    const world = new World(options, { pool, folder, past, mirror: await startMirror(options.url, folder) });
    await world.#openWriters();
    return world;
  }

  /** @throws Error if an answer that has come is wrong */
  async take(step: Step): Promise<void> {
    this.#options.figures.count('steps');
    await this.#perform(step);
    if (this.#asks.pending > mostPending) await this.#endWriters();
    this.#asks.judge();
  }

  /** Everybody ends; then the mirror itself must answer, and be the same as the database. */
  async finish(): Promise<void> {
    await this.#endWriters();
    // Who has failed lately is not tried again at once.
    await this.#reopen();
    await this.#settle();
    await this.#within('the last question', this.#asks.ask(this.#mirror, everything, { kind: 'exact' }, 30_000));
    this.#asks.judge();
    // The question may have been the first to see that a table was altered: its copy is then being made anew.
    await this.#settle();
    const report = await this.#within('the comparison', this.#mirror.perform({ kind: 'check' }));
    if (!report.equal || report.notCompared.length > 0)
      throw new Error(`The copy is another: ${JSON.stringify(report)}`);
  }

  async close(): Promise<void> {
    await this.#mirror.kill();
    for (const writer of this.#writers) writer.release();
    await this.#pool.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What the mirror has told of itself last. */
  get told(): string {
    return this.#mirror.lines.slice(-10).join('\n');
  }

  async #perform(step: Step): Promise<void> {
    switch (step.kind) {
      case 'ask':
        return this.#ask(step);
      case 'sync':
        return this.#tell({ kind: 'sync' }, step.waits);
      case 'rebuild':
        return this.#tell({ kind: 'rebuild', ...(step.table === null ? {} : { tables: [step.table] }) }, false);
      case 'prune':
        return void (await prune(this.#pool, { most: step.most }));
      case 'settle':
        return this.#isIdle ? this.#settle() : this.#shortly(this.#mirror.perform({ kind: 'ready' }).catch(ignore));
      case 'reopen':
        return this.#reopen();
      case 'kill':
        return this.#kill(step);
      case 'crash':
        return this.#crash(step);
      default:
        return this.#write(step);
    }
  }

  get #isIdle(): boolean {
    return this.#writers.every(({ isOpen }) => !isOpen);
  }

  async #write(step: Of<'write' | 'begin' | 'commit' | 'rollback' | 'savepoint' | 'back'>): Promise<void> {
    const writer = this.#writers[step.writer];
    if (!writer) throw new RangeError('no such writer');
    const next = this.#past.last + 1;
    switch (step.kind) {
      case 'write':
        return this.#add(writer, await writer.write(step.write, next));
      case 'begin':
        return writer.begin(step.how);
      case 'commit':
        return this.#add(writer, await writer.commit(next));
      default:
        return writer[step.kind]();
    }
  }

  async #add(writer: Writer, committed: Committed | undefined): Promise<void> {
    if (!committed) return;
    this.#options.figures.count('commits');
    const others = this.#writers.filter((other) => other !== writer).map(({ pid }) => pid);
    await this.#past.add(committed, others);
    const { rows } = await this.#pool.query<{ snapshot: string }>('SELECT pg_current_snapshot()::text AS snapshot');
    this.#asks.see(rows[0]?.snapshot ?? '');
  }

  async #openWriters(): Promise<void> {
    const opened = Array.from({ length: writers }, (_, index) => openWriter(this.#pool, index > 0));
    this.#writers = await Promise.all(opened);
  }

  /** Ends all transactions, so that what waits for their locks goes on, and waits for all answers. */
  async #endWriters(): Promise<void> {
    for (const writer of this.#writers) await this.#add(writer, await writer.commit(this.#past.last + 1));
    await this.#within('an answer', this.#asks.allEnded());
    this.#asks.judge();
  }

  async #ask({ about, wish, budgetMs, waits }: Of<'ask'>): Promise<void> {
    this.#options.figures.count('questions');
    const ended = this.#asks.ask(this.#mirror, about, wish, budgetMs);
    if (this.#isIdle) await this.#within('an answer', ended);
    else if (waits) await this.#shortly(ended);
  }

  async #tell(task: MirrorTask, waits: boolean): Promise<void> {
    // It may be refused while tables are altered, or the mirror is being opened.
    const done = this.#mirror.perform(task).then(ignore, ignore);
    if (waits && this.#isIdle) await this.#within(task.kind, done);
    else if (waits) await this.#shortly(done);
  }

  async #settle(): Promise<void> {
    await this.#within('the building', this.#mirror.perform({ kind: 'ready' }));
  }

  async #reopen(): Promise<void> {
    this.#options.figures.count('closings');
    this.#asks.end(this.#mirror);
    const closing = this.#mirror.perform({ kind: 'close' });
    await this.#shortly(closing);
    // What the mirror does waits for a writer's lock, and closing waits for that.
    await this.#endWriters();
    await this.#within('closing', closing);
    await this.#restart();
  }

  async #kill({ within, afterMs }: Of<'kill'>): Promise<void> {
    this.#options.figures.count('kills');
    if (within !== 'nothing') await this.#tell({ kind: within }, false);
    await sleep(afterMs);
    await this.#restart();
  }

  async #restart(): Promise<void> {
    this.#asks.end(this.#mirror);
    await this.#mirror.kill();
    this.#mirror = await startMirror(this.#options.url, this.#folder);
  }

  async #crash({ whom }: Of<'crash'>): Promise<void> {
    const { crash, figures } = this.#options;
    if (!crash) return;
    figures.count(`crashes of ${whom === 'session' ? 'a session' : 'the server'}`);
    const at = Date.now();
    await crash(whom);
    for (const writer of this.#writers) writer.release();
    await this.#within('an answer', this.#asks.allEnded());
    figures.count('commits lost', await this.#past.crash(at));
    this.#asks.crash();
    await this.#openWriters();
  }

  /** @throws Error if it comes to no end */
  async #within<T>(what: string, work: Promise<T>): Promise<T> {
    const stop = new AbortController();
    try {
      const late = sleep(hangsAfterMs, undefined, { signal: stop.signal }).then(() => {
        throw new Error(`${what} does not come`);
      });
      return await Promise.race([work, late]);
    } finally {
      stop.abort();
    }
  }

  async #shortly(work: Promise<unknown>): Promise<void> {
    await Promise.race([work, sleep(patienceMs)]);
  }
}

const ignore = () => {};
