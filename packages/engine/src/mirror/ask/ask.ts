import type { Pool } from 'pg';
import type { Core } from '../core.ts';
import { snapshotText } from '../snapshot/snapshot.ts';
import { askMirror } from './ask-mirror.ts';
import { prepare, type Asked, type Found } from './asked.ts';
import type { Ask, AskOptions } from './options.ts';
import { Past } from './past.ts';
import { askPostgres } from './postgres/ask-postgres.ts';

/**
 * Asks the copy where it can answer as freshly as wanted, and PostgreSQL where not. Answers that are given one after the
 * other never go back behind each other, whichever engine gives them: that holds among all questions to one Ask.
 */
export function openAsk(core: Core, postgres: Pool, defaults: AskOptions): Ask {
  return askEither(core, (asked) => askPostgres(postgres, asked), defaults);
}

/** @param askSource has PostgreSQL answer */
export function askEither(core: Core, askSource: (asked: Asked) => Promise<Found>, defaults: AskOptions): Ask {
  const past = new Past();
  return async (question, parameters, options = {}) => {
    const asked = prepare({ core, past, question, parameters, defaults, options });
    const fromMirror = await askMirror(asked);
    const isDetour = typeof fromMirror === 'string';
    const { rows, asOf } = isDetour ? await askSource(asked) : fromMirror;
    past.answer(asOf.snapshot);
    return {
      rows: rows.map((raw) => question.row(raw)),
      ...(isDetour ? { engine: 'postgres', detour: fromMirror } : { engine: 'mirror' }),
      asOf: { snapshot: snapshotText(asOf.snapshot), time: asOf.time },
      timings: asked.timings,
    };
  };
}
