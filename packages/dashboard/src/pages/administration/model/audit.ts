import { addDays } from '../../../range/index.ts';
import type { View } from './address.ts';
import type { AuditQuery } from './types.ts';

/** The instant at which a day begins where the browser is. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** The parameters of the API for these filters; the last day counts whole. */
export function auditQuery({ person, action, from, to }: View): AuditQuery {
  return {
    ...(person === null ? {} : { usuario_id: person }),
    ...(action === null ? {} : { accion: action }),
    ...(from === '' ? {} : { desde: startOf(from) }),
    ...(to === '' ? {} : { hasta: startOf(addDays(to, 1)) }),
  };
}

/** The details of a deed as names and values; what is no object stays as it is. */
export function detailsOf(json: string | null): readonly (readonly [name: string, value: string])[] {
  if (json === null) return [];
  let detail: unknown;
  try {
    detail = JSON.parse(json);
  } catch {
    return [['', json]];
  }
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return [['', json]];
  return Object.entries(detail).map(([name, value]) => [name, written(value)]);
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A statement may have thousands of letters: the whole of it is seen when the entry is opened. */
const LONGEST_LINE = 120;

/** The details in one line. */
export function detailLine(json: string | null): string {
  const line = detailsOf(json)
    .map(([name, value]) => (name === '' ? value : `${name}: ${value}`))
    .join(' · ');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
