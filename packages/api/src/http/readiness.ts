import type { ReadyResponse } from '@fluxion/contract';
import { schemaState, type SchemaState } from '@fluxion/engine/postgres';
import type pg from 'pg';

const answerWithinMs = 2_000;

const schemaWords = {
  current: 'ok',
  // A newer program migrated the schema while this one still serves: a rolling update, not a fault.
  ahead: 'adelantado',
  behind: 'atrasado',
  absent: 'ausente',
} as const satisfies Record<SchemaState, ReadyResponse['esquema']>;

async function askSchema(pool: pg.Pool): Promise<SchemaState | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, answerWithinMs, undefined);
  });
  try {
    return await Promise.race([schemaState(pool).catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether requests can be served, and if not, which part fails. Never throws; takes two seconds at most. */
export async function readiness(pool: pg.Pool): Promise<ReadyResponse> {
  const schema = await askSchema(pool);
  if (schema === undefined) return { estado: 'no disponible', base_de_datos: 'sin respuesta', esquema: 'desconocido' };
  const usable = schema === 'current' || schema === 'ahead';
  return { estado: usable ? 'ok' : 'no disponible', base_de_datos: 'ok', esquema: schemaWords[schema] };
}
