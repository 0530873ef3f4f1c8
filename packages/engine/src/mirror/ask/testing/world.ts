import { setImmediate as turn } from 'node:timers/promises';
import sql, { join } from 'sql-template-tag';
import type { Question, RawRow } from '../../../base/index.ts';
import type { Answer, Freshness } from '../../answer.ts';
import { includes, parseSnapshot, sees, type Snapshot } from '../../snapshot/snapshot.ts';
import { askEither } from '../ask.ts';
import type { Ask, QuestionOptions } from '../options.ts';
import { MadeUpCopy, rowsOf, type Habits } from './made-up-copy.ts';
import { MadeUpServer } from './made-up-server.ts';
import { Steps } from './steps.ts';

/** Asks who has written to the units. */
export const writers: Question<readonly string[], RawRow> = {
  name: 'writers',
  reads: (units) => [{ table: 'lines', units: { unit: units } }],
  sql: (units) => sql`SELECT unit, writers FROM lines WHERE unit IN (${join(units)})`,
  row: (raw) => raw,
};

/** What is known when a question is asked, of which its answer must not fall short. */
interface Due {
  readonly units: readonly string[];
  readonly freshness: Freshness;
  readonly answered: readonly Snapshot[];
  readonly committed: ReadonlyMap<bigint, number>;
  readonly clock: number;
}

/** A question whose end is not awaited. */
export interface Pending {
  readonly due: Due;
  readonly abort: AbortController;
  outcome?: { readonly answer: Answer<RawRow> } | { readonly error: unknown };
}

/** A server, a copy of it, and who asks it. */
export class World {
  readonly steps = new Steps();
  readonly server = new MadeUpServer(300_000);
  readonly copy: MadeUpCopy;
  readonly ask: Ask;
  readonly questions: Pending[] = [];
  /** The states that answers were of, in the order in which they were given. */
  readonly answered: string[] = [];
  /** States that a writer took note of. */
  readonly noted: string[] = [];
  /** What made PostgreSQL answer. */
  readonly failures: unknown[] = [];

  constructor(habits: Habits) {
    this.copy = new MadeUpCopy(this.server, this.steps, habits);
    this.ask = askEither(
      this.copy,
      ({ sql: { values }, signal }) => {
        let state = this.server.now();
        const open = () => {
          state = this.server.now();
        };
        const answer = () => ({ rows: rowsOf(this.server, values, state.snapshot), asOf: state });
        return this.steps.begin([open], answer, signal);
      },
      { budgetMs: Infinity, onFailure: (error) => this.failures.push(error) },
    );
  }

  /** Asks, and checks the answer when it comes. */
  put(units: readonly string[], freshness: Freshness, options: QuestionOptions = {}): Pending {
    const due: Due = {
      units,
      freshness,
      answered: this.answered.map(parseSnapshot),
      committed: new Map(this.server.committed),
      clock: this.server.clock(),
    };
    const abort = new AbortController();
    const pending: Pending = { due, abort };
    this.questions.push(pending);
    void this.ask(writers, units, { ...options, freshness, signal: abort.signal }).then(
      (answer) => {
        pending.outcome = { answer };
        this.answered.push(answer.asOf.snapshot);
      },
      (error: unknown) => {
        pending.outcome = { error };
      },
    );
    return pending;
  }

  /** The server is restored from a backup: nothing that had been answered counts any longer. */
  forget(): void {
    this.server.forget();
    this.answered.length = 0;
  }

  /** Lets all that can happen by itself happen. */
  async settle(): Promise<void> {
    await turn();
  }

  /** Lets all questions come to their end. */
  async finish(): Promise<void> {
    while (this.questions.some(({ outcome }) => outcome === undefined)) {
      for (const work of [...this.steps.works]) work.step();
      await this.settle();
    }
  }

  /** What is wrong with an answer. */
  faults(
    { units, freshness, answered, committed, clock }: Due,
    { rows, asOf, engine, detour }: Answer<RawRow>,
  ): string[] {
    const snapshot = parseSnapshot(asOf.snapshot);
    const faults: string[] = [];
    const must = (isSo: boolean, what: string) => void (isSo || faults.push(what));
    const expected = rowsOf(this.server, units, snapshot);
    must(JSON.stringify(rows) === JSON.stringify(expected), 'the rows are not of the state that the answer claims');
    must(
      answered.every((older) => includes(snapshot, older)),
      'it goes back behind an earlier answer',
    );
    must((engine === 'postgres') === (detour !== undefined), 'it does not say why PostgreSQL answered');
    const oldest =
      freshness === 'exact' ? Infinity : 'maxStalenessMs' in freshness ? clock - freshness.maxStalenessMs : -Infinity;
    const missing = [...committed].some(([xid, at]) => at < oldest && !sees(snapshot, xid));
    must(!missing, 'it lacks what had been committed');
    const asked = freshness === 'exact' ? undefined : freshness.asOf;
    must(asked === undefined || includes(snapshot, parseSnapshot(asked)), 'it is of a state before the one asked for');
    return faults;
  }
}
