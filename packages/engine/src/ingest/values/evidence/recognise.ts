import { provenDecimal, provenOrder, unclearDecimal, unclearOrder } from './decide.ts';
import { survey, type Evidence } from './survey.ts';
import type { Field } from '../fields.ts';
import type { Formats } from '../formats.ts';
import type { InterpretOptions } from '../types.ts';

/** So many lines usually tell how all are written. */
const sampleLines = 1024;

export interface RecogniseOptions extends Pick<InterpretOptions, 'duck' | 'raw' | 'description' | 'nativeNumbers'> {
  readonly fields: readonly Field[];
  readonly assertedDate: string | undefined;
}

/** How values are written, and the values that tell. */
export interface Recognition {
  readonly formats: Formats;
  readonly evidence: Evidence;
  /** Whether every line has been looked at. */
  readonly isWhole: boolean;
}

/**
 * Recognises how numbers and dates are written by the first lines, or by all if those leave it open.
 * @param lines how many there are
 * @throws FluxionError FEED_AMBIGUOUS
 */
export async function recognise(options: RecogniseOptions, lines: number): Promise<Recognition> {
  const first = await look(options, `(SELECT * FROM ${options.raw} LIMIT ${sampleLines})`);
  const evidence = lines <= sampleLines || !leavesOpen(first, options) ? first : await look(options, options.raw);
  return {
    formats: settle(options, evidence),
    evidence,
    isWhole: lines <= sampleLines || evidence !== first,
  };
}

/**
 * Looks at the lines that are not of the usual forms too.
 * @param from a relation for FROM with these lines, as in the raw table
 * @throws FluxionError FEED_AMBIGUOUS if they contradict the others
 */
export async function recogniseRest(options: RecogniseOptions, known: Recognition, from: string): Promise<Formats> {
  if (known.isWhole) return known.formats;
  const rest = await look(options, from);
  return settle(options, {
    decimal: { ...rest.decimal, ...known.evidence.decimal },
    dateOrder: { ...rest.dateOrder, ...known.evidence.dateOrder },
  });
}

async function look(options: RecogniseOptions, from: string): Promise<Evidence> {
  const { duck, fields, description, assertedDate, nativeNumbers } = options;
  const found = await survey({ duck, from, fields, told: description.values, assertedDate });
  const { unclear } = found.decimal;
  // A number of the format itself has a point for decimals: what a text would leave open proves it.
  return nativeNumbers === true && unclear ? { ...found, decimal: { '.': unclear, ...found.decimal } } : found;
}

function leavesOpen({ decimal, dateOrder }: Evidence, { description, fields }: RecogniseOptions): boolean {
  const { values } = description;
  const hasNumbers = fields.some(({ isColumn, spec }) => isColumn && spec.type.kind === 'decimal');
  const needsDecimal = hasNumbers && values.decimal === undefined && !decimal['.'] && !decimal[','];
  return needsDecimal || (dateOrder.unclear !== undefined && !dateOrder.dmy && !dateOrder.mdy);
}

function settle({ description }: RecogniseOptions, evidence: Evidence): Formats {
  const told = description.values;
  const decimal = told.decimal ?? provenDecimal(evidence);
  const dateOrder = told.dateOrder ?? provenOrder(evidence);
  if (decimal === undefined && evidence.decimal.unclear) throw unclearDecimal(evidence.decimal.unclear);
  if (dateOrder === undefined && evidence.dateOrder.unclear) throw unclearOrder(evidence.dateOrder.unclear);
  return { decimal, dateOrder, told };
}
