import type { FieldSpec, ValueFormats } from '../../../sources/index.ts';
import { column, firstReason, type Reading } from '../layers.ts';
import { textList } from './text.ts';

const yes = ['true', 't', '1', 'si', 'sí', 's', 'yes', 'y', 'verdadero', 'v', 'activo', 'activa'];
const no = ['false', 'f', '0', 'no', 'n', 'falso', 'inactivo', 'inactiva'];

/** SQL of the truth of a text, without case; NULL where it is neither. What the delivery's description says comes first. */
export function truthOf(text: string, { trueTexts = [], falseTexts = [] }: ValueFormats): string {
  const lower = (texts: readonly string[]) => textList(texts.map((one) => one.toLowerCase()));
  const told = [
    ...(trueTexts.length > 0 ? [`WHEN lower(${text}) IN ${lower(trueTexts)} THEN true`] : []),
    ...(falseTexts.length > 0 ? [`WHEN lower(${text}) IN ${lower(falseTexts)} THEN false`] : []),
  ];
  return `CASE ${told.join(' ')} WHEN lower(${text}) IN ${lower(yes)} THEN true WHEN lower(${text}) IN ${lower(no)} THEN false END`;
}

export function readTruth({ name }: FieldSpec, formats: ValueFormats): Reading {
  const text = column('text', name);
  const value = column('value', name);
  return {
    layers: [{ [value]: truthOf(text, formats) }],
    value,
    reason: firstReason([`${text} IS NOT NULL AND ${value} IS NULL`, `'is neither yes nor no'`]),
  };
}
