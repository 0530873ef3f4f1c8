import type { Header } from './types.ts';
import type { Refusal } from './refusal.ts';

const fields: Readonly<Record<string, keyof Header>> = {
  ubicacion_id: 'storeId',
  ubicacion_origen_id: 'source',
  proveedor_id: 'source',
  fecha_entrega: 'delivery',
  observaciones: 'remarks',
};

/** What the API refused of the header, by the fields on screen. */
export function headerErrors({ header }: Refusal): Partial<Record<keyof Header, string>> {
  const errors: Partial<Record<keyof Header, string>> = {};
  for (const [name, message] of header) {
    const field = fields[name];
    if (field !== undefined) errors[field] ??= message;
  }
  return errors;
}

/** The fields of the header that the API lets this person change now. */
export function openHeaderFields(editable: readonly string[]): readonly (keyof Header)[] {
  const open = Object.entries(fields).flatMap(([name, field]) => (editable.includes(name) ? [field] : []));
  return [...new Set(open)];
}
