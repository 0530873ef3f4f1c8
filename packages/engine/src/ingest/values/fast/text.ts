import { quoteLiteral } from '../../../base/index.ts';
import type { Field } from '../fields.ts';
import { column, type Layer } from '../layers.ts';
import { valueOf } from '../lines.ts';
import { isClean, textList } from '../texts/text.ts';
import type { FastReading } from './forms.ts';

/** The text as it came, or what stands for a missing one. */
export const fastText = ({ name }: Field): string => column('text', name);

/** The layer of a field's text. Ends that are to be trimmed are of no usual form. */
export function fastTextLayer(field: Field, nullTexts: readonly string[] = []): Layer {
  const { raw = 'NULL::VARCHAR', standIn } = field;
  const text = nullTexts.length === 0 ? raw : `CASE WHEN ${raw} IN ${textList(nullTexts)} THEN NULL ELSE ${raw} END`;
  return { [fastText(field)]: standIn === undefined ? text : `coalesce(${text}, ${quoteLiteral(standIn)})` };
}

/** A text that needs no trimming. */
export function usualText({ spec, name }: Field): FastReading {
  const text = column('text', name);
  const limit = spec.type.kind === 'text' ? spec.type.maxLength : undefined;
  // No text has more characters than bytes; the few between are read carefully.
  const short = limit === undefined ? '' : ` AND strlen(${text}) <= ${limit}`;
  const accepts = spec.oneOf ? `${text} IN ${textList(spec.oneOf)}` : `${isClean(text)}${short}`;
  return { layers: [{ [valueOf(name)]: text }], accepts };
}
