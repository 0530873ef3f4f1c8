import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { messageOf } from '../../base/index.ts';
import { openPool } from '../../postgres/index.ts';
import { answererName, type Answerer, type MirrorRequest } from './request.ts';

export interface AnswerRequests {
  readonly url: string;
  readonly answerer: Answerer;
  /** Does what is wanted; `tell` says how far it is, on one line. What it gives back is told as JSON. */
  readonly work: (request: MirrorRequest, tell: (line: string) => void) => Promise<object>;
}

/** Answers until it is stopped. */
export interface Answering {
  /** Takes no more requests. What is being worked on is told as failed. */
  stop(): Promise<void>;
}

/** Between two looks: a look at no requests reads one page and writes nothing. */
const lookEveryMs = 500;

/** A request that is older was asked by somebody who no longer waits. */
const takeSql = `
  WITH taken AS (
    INSERT INTO fluxion_mirror.answers (request, process, host, pid)
    SELECT id, $1, $2, $3 FROM fluxion_mirror.requests AS asked
    WHERE asked.at > now() - interval '10 seconds'
      AND NOT EXISTS (SELECT FROM fluxion_mirror.answers WHERE request = asked.id AND process = $1)
    RETURNING request
  )
  SELECT id, wanted FROM fluxion_mirror.requests JOIN taken ON request = id`;
const tellSql = `
  UPDATE fluxion_mirror.answers SET heard = clock_timestamp(), progress = $3 WHERE request = $1 AND process = $2`;
const endSql = `
  UPDATE fluxion_mirror.answers SET report = $3, failure = $4 WHERE request = $1 AND process = $2`;

interface Taken {
  readonly id: string;
  readonly wanted: MirrorRequest;
}

/**
 * Answers what other processes ask of this one's mirror (`askMirrors`), over tables of the database that both reach.
 * It looks for requests instead of listening for notifications, which do not pass through every pooler. A database that
 * does not answer is asked again.
 */
export function answerRequests({ url, answerer, work }: AnswerRequests): Answering {
  const pool = openPool({ url, applicationName: answererName, max: 1 });
  const process = randomUUID();
  const stopping = new AbortController();
  const underWay = new Map<string, string | null>();

  const end = async (id: string, report: object | undefined, failure: string | null) => {
    if (!underWay.delete(id)) return;
    await pool.query(endSql, [id, process, report === undefined ? null : JSON.stringify(report), failure]);
  };
  const perform = ({ id, wanted }: Taken): void => {
    underWay.set(id, null);
    const tell = (line: string) => {
      if (underWay.has(id)) underWay.set(id, line);
    };
    work(wanted, tell)
      .then(
        (report) => end(id, report, null),
        (error: unknown) => end(id, undefined, messageOf(error)),
      )
      // Who asked will find that nothing is heard any more.
      .catch(() => {});
  };
  const look = async () => {
    const { rows } = await pool.query<Taken>(takeSql, [process, answerer.host, answerer.pid]);
    rows.forEach(perform);
    for (const [id, line] of underWay) await pool.query(tellSql, [id, process, line]);
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await look().catch(() => {});
      await setTimeout(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
    for (const id of [...underWay.keys()]) await end(id, undefined, 'the process was stopped').catch(() => {});
  };
  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
      await pool.end();
    },
  };
}
