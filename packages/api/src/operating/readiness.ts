import type { ReadyResponse } from '@fluxion/contract';
import { loadHealth } from '@fluxion/engine/operations';
import { schemaState, type SchemaState } from '@fluxion/engine/postgres';
import type { Services } from '../http/server-types.ts';
import { atTimes } from './at-times.ts';

const answerWithinMs = 2_000;
/** The ledger is read as a whole. */
const loadsEveryMs = 30_000;

const schemaWords = {
  current: 'ok',
  // A newer program migrated the schema while this one still serves: a rolling update, not a fault.
  ahead: 'adelantado',
  behind: 'atrasado',
  absent: 'ausente',
} as const satisfies Record<SchemaState, ReadyResponse['esquema']>;
const mirrorWords = { ready: 'ok', building: 'construyendo', opening: 'abriendo' } as const;

/** What the work gives; undefined if it fails, or takes longer than anybody waits for it. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, answerWithinMs, undefined);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Tells whether requests can be served, and if not, which part fails. Never throws; takes a few seconds at most. */
export function readinessOf(services: Services): () => Promise<ReadyResponse> {
  const { pool, watching = pool, mirror, isStarted = () => true } = services;
  // Anybody may ask: the database answers one of them at a time.
  const askSchema = atTimes(0, () => inTime(schemaState(watching)));
  const askLoads = atTimes(loadsEveryMs, () => inTime(loadHealth({ db: watching })));
  return async () => {
    const espejo = mirror === undefined ? 'no hay' : mirrorWords[mirror.status().state];
    const schema = await askSchema();
    if (schema === undefined) {
      const base_de_datos = 'sin respuesta';
      return { estado: 'no disponible', base_de_datos, esquema: 'desconocido', espejo, ultima_carga: null };
    }
    const isUsable = isStarted() && (schema === 'current' || schema === 'ahead');
    return {
      estado: isUsable ? 'ok' : 'no disponible',
      base_de_datos: 'ok',
      esquema: schemaWords[schema],
      espejo,
      ultima_carga: isUsable ? ((await askLoads())?.last ?? null) : null,
    };
  };
}
