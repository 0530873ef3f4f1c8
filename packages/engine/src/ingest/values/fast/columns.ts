import type { Field } from '../fields.ts';
import { isRequired, valueOf, type Delivered } from '../lines.ts';
import { truthOf } from '../texts/truth.ts';
import { fastText, usualText } from './text.ts';
import { noDate, noInstant, usualDate, usualInstant } from './moments.ts';
import { usualNumber } from './number.ts';
import type { DateForm, FastReading } from './forms.ts';

/** How a field's text is read in its usual form. */
export function readFast(field: Field, delivered: Delivered, form: DateForm | undefined): FastReading {
  const text = fastText(field);
  // The store has been found by its text.
  if (field.name === 'ubicacion_id') return { layers: [], accepts: 'true' };
  const { layers, accepts } = usualForm(field, delivered, form);
  return { layers, accepts: isRequired(field, delivered) ? accepts : `(${text} IS NULL OR (${accepts}))` };
}

function usualForm(field: Field, delivered: Delivered, form: DateForm | undefined): FastReading {
  const { spec, name } = field;
  const { told } = delivered.formats;
  const value = valueOf(name);
  switch (spec.type.kind) {
    case 'text':
      return usualText(field);
    case 'decimal':
    case 'integer':
      return usualNumber(field, delivered);
    case 'boolean':
      return { layers: [{ [value]: truthOf(fastText(field), told) }], accepts: `${value} IS NOT NULL` };
    case 'time':
      return { layers: [{ [value]: 'NULL::TIME' }], accepts: 'false' };
    case 'date':
      return form ? usualDate(name, form) : noDate(name);
    case 'instant':
      return form ? usualInstant(field, delivered, form) : noInstant(name);
  }
}
