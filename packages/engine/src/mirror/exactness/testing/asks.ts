import type { Answer, Freshness } from '../../index.ts';
import type { Wanted } from './content-question.ts';
import type { Figures } from './figures.ts';
import { judge, type Claim } from './judge.ts';
import type { Past } from './past.ts';
import { Ended, type RemoteMirror } from './remote-mirror.ts';
import type { About, Wish } from './steps.ts';

/** A question on its way. */
interface Asked extends Claim {
  readonly mirror: RemoteMirror;
  outcome: Answer<string> | Error | undefined;
  readonly ended: Promise<void>;
}

/** What somebody has seen of the database, and in which state. */
interface Seen {
  readonly snapshot: string;
  readonly state: number;
}

/** Questions and their answers, each of which is judged as soon as no step is under way. */
export class Asks {
  readonly #past: Past;
  readonly #figures: Figures;
  #pending: Asked[] = [];
  /** The last state that the mirror's process has answered with. */
  #floor = -1;
  #seen: Partial<Record<'answer' | 'writer', Seen>> = {};
  readonly #isOver = new WeakSet<RemoteMirror>();

  constructor(past: Past, figures: Figures) {
    this.#past = past;
    this.#figures = figures;
  }

  get pending(): number {
    return this.#pending.length;
  }

  /** When all that has been asked has ended. */
  async allEnded(): Promise<void> {
    await Promise.all(this.#pending.map(({ ended }) => ended));
  }

  /** What a writer sees after its own transaction. */
  see(snapshot: string): void {
    this.#seen.writer = { snapshot, state: this.#past.last };
  }

  /** Asks; `ended` is when there is an answer, or a refusal. */
  ask(mirror: RemoteMirror, about: About, wish: Wish, budgetMs: number): Promise<void> {
    const tables = this.#past.states.at(-1)?.tables;
    const wanted: Wanted = {
      ...about,
      tables: about.tables.map((name) => ({ name, columns: tables?.get(name)?.columns ?? [] })),
    };
    const { freshness, ...claim } = this.#claim(wish);
    const asked: Asked = {
      wanted,
      ...claim,
      mirror,
      outcome: undefined,
      ended: mirror.perform({ kind: 'ask', wanted, freshness, budgetMs }).then(
        (answer) => void (asked.outcome = answer),
        (error: Error) => void (asked.outcome = error),
      ),
    };
    this.#pending.push(asked);
    return asked.ended;
  }

  #claim(wish: Wish): Omit<Claim, 'wanted'> & { readonly freshness: Freshness } {
    const { last, states } = this.#past;
    const floor = { earliest: this.#floor, because: 'an earlier answer' };
    const later = (one: { earliest: number; because: string }) => (one.earliest > floor.earliest ? one : floor);
    if (wish.kind === 'exact') return { ...later({ earliest: last, because: 'exactness' }), freshness: 'exact' };
    const ms = wish.ms ?? undefined;
    const known = ms === undefined ? -1 : states.findLastIndex(({ at }) => at < Date.now() - ms);
    const fresh = later({ earliest: known, because: `staleness of at most ${ms}` });
    const seen = wish.kind === 'since' ? this.#seen[wish.whom] : undefined;
    if (!seen) return { ...fresh, freshness: { maxStalenessMs: ms ?? 0 } };
    const since = seen.state > fresh.earliest ? { earliest: seen.state, because: 'asOf' } : fresh;
    const asOf = seen.snapshot;
    return { ...since, freshness: ms === undefined ? { asOf } : { asOf, maxStalenessMs: ms } };
  }

  /** Judges what has been answered. @throws Error with what is wrong */
  judge(): void {
    const done = this.#pending.filter(({ outcome }) => outcome !== undefined);
    this.#pending = this.#pending.filter(({ outcome }) => outcome === undefined);
    for (const asked of done) {
      const { outcome } = asked;
      if (outcome instanceof Error) this.#refused(asked, outcome);
      else if (outcome) this.#answered(asked, outcome);
    }
  }

  #answered(asked: Asked, answer: Answer<string>): void {
    const states = this.#past.statesAt(answer.asOf.time);
    const earliest = Math.min(asked.earliest, states.length - 1);
    const state = judge(states, { ...asked, earliest }, answer);
    if (!this.#isOver.has(asked.mirror)) this.#floor = Math.max(this.#floor, state);
    if (states === this.#past.states) this.#seen.answer = { snapshot: answer.asOf.snapshot, state };
    this.#figures.count('answers');
    this.#figures.count(`answers of ${answer.engine}${answer.detour ? ` (${answer.detour})` : ''}`);
    if (state < this.#past.last) this.#figures.count('answers of earlier states');
  }

  #refused({ mirror, wanted, earliest }: Asked, error: Error): void {
    this.#figures.count('refusals');
    const altered = this.#past.states
      .slice(Math.max(0, earliest))
      .some(({ tables }) => wanted.tables.some(({ name, columns }) => `${tables.get(name)?.columns}` !== `${columns}`));
    if (error instanceof Ended || altered || this.#isOver.has(mirror)) return;
    throw new Error(`A question about ${JSON.stringify(wanted)} was refused: ${error.message}`);
  }

  /** The mirror is ended: what it was asked may be refused, and the next one does not know what it has answered. */
  end(mirror: RemoteMirror): void {
    this.#isOver.add(mirror);
    this.#floor = -1;
  }

  /** The server was killed, and has lost what was committed after the last state. Questions have ended. */
  crash(): void {
    this.#pending = this.#pending.filter(({ outcome }) => !(outcome instanceof Error));
    this.#floor = Math.min(this.#floor, this.#past.last);
    this.#seen = {};
  }
}
