import { isDeepStrictEqual } from 'node:util';
import { geometricMean, median, millisecondsOf } from '../lib/figures.ts';
import { trials } from './questions.ts';
import type { Setting } from './set-up.ts';
import { askMirror, askPostgres, type Sides } from './sides.ts';
import type { Trial } from './trial.ts';

/** In a round DuckDB and the mirror answer so often, in turns; PostgreSQL, which takes longest, once. */
const turnsInRound = 5;

/** Below, the fence is most of what there is to compare. */
const leastMs = 20;

interface Times {
  readonly duckdb: number[];
  readonly mirror: number[];
  readonly postgres: number[];
}

/** What a question took, in milliseconds, and how the mirror compares. */
interface Compared {
  readonly question: string;
  readonly rows: number;
  readonly duckdbMs: number;
  readonly mirrorMs: number;
  readonly postgresMs: number;
  /** The mirror's time by DuckDB's, turn by turn; by this the mirror is slower. */
  readonly vsDuckdb: number;
  /** PostgreSQL's time by the mirror's: by this the mirror is faster. */
  readonly vsPostgres: number;
}

/** Asks all three sides every question in turns. @throws Error if they do not answer the same */
export async function compareAnswers({ sides, extent, options }: Setting): Promise<object> {
  const { rounds, say } = options;
  const questions = trials(extent);
  const rowsOf = new Map<Trial, number>();
  for (const trial of questions) rowsOf.set(trial, await warmUp(sides, trial));
  const times = new Map(questions.map((trial): [Trial, Times] => [trial, { duckdb: [], mirror: [], postgres: [] }]));
  for (let round = 1; round <= rounds; round++) {
    for (const [trial, taken] of times) await runRound(sides, trial, taken);
    say(`round ${round} of ${rounds}`);
  }
  const answered = [...times].map(([trial, taken]) => compared(trial, rowsOf.get(trial) ?? 0, taken));
  const long = answered.filter(({ duckdbMs }) => duckdbMs > leastMs);
  const figures = {
    questions: answered,
    comparedWithDuckdb: long.length,
    vsDuckdbGeomean: geometricMean(long.map(({ vsDuckdb }) => vsDuckdb)),
    vsDuckdbWorst: Math.max(...long.map(({ vsDuckdb }) => vsDuckdb)),
    vsPostgresGeomean: geometricMean(answered.map(({ vsPostgres }) => vsPostgres)),
  };
  tell(figures, say);
  return figures;
}

/** Each side answers once before it is measured. @returns how many rows it has answered */
async function warmUp(sides: Sides, trial: Trial): Promise<number> {
  const plain = await sides.plain.ask(trial);
  for (const rows of [await askMirror(sides, trial), await askPostgres(sides, trial)]) {
    if (!isDeepStrictEqual(rows, plain)) throw new Error(`${trial.name}: the answers differ`);
  }
  return plain.length;
}

async function runRound(sides: Sides, trial: Trial, { duckdb, mirror, postgres }: Times): Promise<void> {
  for (let turn = 0; turn < turnsInRound; turn++) {
    const ways = [
      async () => duckdb.push(await millisecondsOf(() => sides.plain.ask(trial))),
      async () => mirror.push(await millisecondsOf(() => askMirror(sides, trial))),
    ];
    // Who comes second finds warm caches: each in its turn.
    for (const way of turn % 2 === 0 ? ways : ways.toReversed()) await way();
  }
  postgres.push(await millisecondsOf(() => askPostgres(sides, trial)));
}

function compared({ name }: Trial, rows: number, { duckdb, mirror, postgres }: Times): Compared {
  const mirrorMs = median(mirror);
  return {
    question: name,
    rows,
    duckdbMs: median(duckdb),
    mirrorMs,
    postgresMs: median(postgres),
    vsDuckdb: median(mirror.map((taken, turn) => taken / (duckdb[turn] ?? Number.NaN))),
    vsPostgres: median(postgres) / mirrorMs,
  };
}

interface Figures {
  readonly questions: readonly Compared[];
  readonly comparedWithDuckdb: number;
  readonly vsDuckdbGeomean: number;
  readonly vsDuckdbWorst: number;
  readonly vsPostgresGeomean: number;
}

function tell(figures: Figures, say: (line: string) => void): void {
  const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(11);
  const width = Math.max(...figures.questions.map(({ question }) => question.length));
  for (const { question, duckdbMs, mirrorMs, postgresMs, vsDuckdb, vsPostgres } of figures.questions) {
    say(
      `${question.padEnd(width)} DuckDB ${ms(duckdbMs)}  mirror ${ms(mirrorMs)} (x ${vsDuckdb.toFixed(2)})  PostgreSQL ${ms(postgresMs)} (x ${vsPostgres.toFixed(0)})`,
    );
  }
  say(
    `the mirror takes ${figures.vsDuckdbGeomean.toFixed(2)} of DuckDB's time over the ${figures.comparedWithDuckdb} questions of more than ${leastMs} ms (geometric mean; at worst ${figures.vsDuckdbWorst.toFixed(2)}), and is ${figures.vsPostgresGeomean.toFixed(1)} times as fast as PostgreSQL over all ${figures.questions.length}`,
  );
}
