import { quantile } from '../lib/figures.ts';
import { loadApart } from '../load/load-apart.ts';
import { askDuring, pause, type Asked, type Kinds } from './asking.ts';
import { linesOfDay, withNextDay, writeNextDay } from './days.ts';
import { dashboard } from './questions.ts';
import type { Setting } from './set-up.ts';

const quietMs = 20_000;

/**
 * A dashboard's questions while nothing else happens, and while all stores' days are loaded at once: about the days before,
 * and about those that are being loaded, whose every commit an answer must have.
 */
export async function measureCrowd(setting: Setting): Promise<object> {
  const { bench, extent, options, sides } = setting;
  const { mirror } = sides;
  const lines = linesOfDay(options.rows);
  const files = await writeNextDay(setting, lines);
  const kinds: Kinds = {
    'the days before': dashboard(extent),
    'the days that are loaded': dashboard(withNextDay(extent)),
  };
  const quiet = await askDuring(mirror, kinds, pause(quietMs));
  const loading = loadApart(bench, files);
  const busy = await askDuring(mirror, kinds, loading);
  const seconds = await loading;
  options.say(`${files.length} stores at once, ${lines} lines each, loaded in ${seconds.toFixed(1)} s`);
  const about = Object.keys(kinds).map((kind) => report(kind, quiet, busy));
  for (const { kind, quietP95Ms, busyP95Ms, times, questions, answeredByPostgres } of about) {
    options.say(
      `about ${kind}: p95 ${quietP95Ms.toFixed(0)} ms quiet, ${busyP95Ms.toFixed(0)} ms during the loads (x ${times.toFixed(1)}); ${questions} questions, ${answeredByPostgres} answered by PostgreSQL`,
    );
  }
  return { lines, seconds, about };
}

interface Reported {
  readonly kind: string;
  /** During the loads. */
  readonly questions: number;
  readonly answeredByPostgres: number;
  readonly quietP95Ms: number;
  readonly busyP50Ms: number;
  readonly busyP95Ms: number;
  /** By this the p95 during the loads is longer. */
  readonly times: number;
}

function report(kind: string, quiet: readonly Asked[], busy: readonly Asked[]): Reported {
  const timesOf = (asked: readonly Asked[]) => asked.filter((one) => one.kind === kind).map(({ ms }) => ms);
  const [quietP95Ms, busyP95Ms] = [quantile(timesOf(quiet), 0.95), quantile(timesOf(busy), 0.95)];
  return {
    kind,
    questions: timesOf(busy).length,
    answeredByPostgres: busy.filter((one) => one.kind === kind && one.engine === 'postgres').length,
    quietP95Ms,
    busyP50Ms: quantile(timesOf(busy), 0.5),
    busyP95Ms,
    times: busyP95Ms / quietP95Ms,
  };
}
