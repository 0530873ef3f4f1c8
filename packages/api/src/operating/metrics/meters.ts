import type { Ask, Mirror } from '@fluxion/engine/mirror';
import { loadHealth } from '@fluxion/engine/operations';
import type pg from 'pg';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { atTimes } from '../at-times.ts';

const secondsUpTo30 = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const loadsEveryMs = 15_000;
const mirrorStates = ['opening', 'building', 'ready'] as const;

/** How long requests take, by route and status; counts are the histogram's own. */
export function requestMeter(registry: Registry) {
  return new Histogram({
    name: 'fluxion_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsUpTo30,
    registers: [registry],
  });
}

/** Questions of analytics: who answered, and how long the fence, the sync and the query took. */
export function meteredAsk(registry: Registry, ask: Ask): Ask {
  const questions = new Counter({
    name: 'fluxion_questions_total',
    help: 'Questions of analytics, by the engine that answered; detour says why it was PostgreSQL.',
    labelNames: ['engine', 'detour'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'fluxion_question_seconds',
    help: 'Parts of answering a question: fence (asking whether the mirror lacks something), sync (waiting for it), query.',
    labelNames: ['engine', 'part'],
    buckets: secondsUpTo30,
    registers: [registry],
  });
  return async (question, parameters, options) => {
    const answer = await ask(question, parameters, options);
    const { engine, detour = '', timings } = answer;
    questions.inc({ engine, detour });
    const { fenceMs, syncMs, queryMs } = timings;
    for (const [part, ms] of Object.entries({ fence: fenceMs, sync: syncMs, query: queryMs })) {
      if (ms !== null) seconds.observe({ engine, part }, ms / 1000);
    }
    return answer;
  };
}

/** The connections of a pool, when they are asked for. */
export function meterPool(registry: Registry, pool: pg.Pool): void {
  const gauge = new Gauge({
    name: 'fluxion_pool_connections',
    help: "The API's connections to PostgreSQL: in use, idle, the most there may be; and requests that wait for one.",
    labelNames: ['state'],
    registers: [registry],
    collect() {
      gauge.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      gauge.set({ state: 'idle' }, pool.idleCount);
      gauge.set({ state: 'waiting' }, pool.waitingCount);
      gauge.set({ state: 'limit' }, pool.options.max);
    },
  });
}

/** How the mirror is, when it is asked for. */
export function meterMirror(registry: Registry, mirror: Pick<Mirror, 'status'>): void {
  const state = new Gauge({
    name: 'fluxion_mirror_state',
    help: '1 for the state that the mirror is in.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { state: now } = mirror.status();
      for (const name of mirrorStates) state.set({ state: name }, name === now ? 1 : 0);
    },
  });
  const lag = new Gauge({
    name: 'fluxion_mirror_age_seconds',
    help: 'Since the last state of the database that the mirror is known to be the same as; absent while there is none.',
    registers: [registry],
    collect() {
      const { asOf } = mirror.status();
      lag.remove();
      if (asOf !== null) lag.set(Math.max(0, (Date.now() - Date.parse(asOf.time)) / 1000));
    },
  });
  const bytes = new Gauge({
    name: 'fluxion_mirror_bytes',
    help: "The mirror's file and its log.",
    registers: [registry],
    collect() {
      bytes.set(mirror.status().bytes);
    },
  });
}

/** How the loads of the last day went, when it is asked for; nothing while the database is away. */
export function meterLoads(registry: Registry, db: pg.Pool): void {
  const health = atTimes(loadsEveryMs, () => loadHealth({ db }).catch(() => undefined));
  const loads = new Gauge({
    name: 'fluxion_loads_last_day',
    help: "Loads of the last 24 hours, by outcome; all processes'.",
    labelNames: ['outcome'],
    registers: [registry],
    async collect() {
      loads.reset();
      for (const { outcome, loads: count } of (await health())?.outcomes ?? []) loads.set({ outcome }, count);
    },
  });
  const single = (
    name: string,
    help: string,
    read: (found: Awaited<ReturnType<typeof loadHealth>>) => number | null,
  ) => {
    const gauge = new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const found = await health();
        const value = found === undefined ? null : read(found);
        gauge.remove();
        if (value !== null) gauge.set(value);
      },
    });
  };
  single(
    'fluxion_rejected_lines_last_day',
    'Lines that loads of the last 24 hours rejected.',
    (found) => found.rejected,
  );
  single(
    'fluxion_loads_pending',
    "Units that were due at the schedule's last turn and not loaded.",
    (found) => found.pending,
  );
  single('fluxion_last_load_timestamp_seconds', 'When the last load ended well.', ({ last }) =>
    last === null ? null : Date.parse(last) / 1000,
  );
}
