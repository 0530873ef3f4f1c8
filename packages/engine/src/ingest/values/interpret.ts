import { addSums } from '../sums.ts';
import { openDelivered, recognisedFormats } from './delivered.ts';
import { recogniseRest } from './evidence/recognise.ts';
import { readUsual } from './fast/read-usual.ts';
import { readCarefully } from './judge/read-carefully.ts';
import { dropRepeated } from './rows/repeated.ts';
import { countOf, rejectsTable, sumsOf } from './rows/tables.ts';
import type { Interpretation, InterpretOptions } from './types.ts';

/** The lines that are not of the usual forms, as in the raw table. */
const rest = '"values_rest"';

/**
 * Understands a delivery's texts: makes the tables `rows` and `rejects` of the raw table, which stays as it is. Lines of the
 * forms that most lines have are read by DuckDB's own casts; the others, and those alone, step by step.
 *
 * @throws FluxionError FEED_AMBIGUOUS if values can be read in two ways, FEED_REFUSED if the store or a zone is not known
 */
export async function interpret(options: InterpretOptions): Promise<Interpretation> {
  const { duck, raw, tables, mapping } = options;
  const { feed } = mapping;
  const lines = await countOf(duck, raw);
  const { delivered, about, known } = await openDelivered(options, lines);
  const usual = await readUsual({ ...options, rest }, delivered);
  await duck.run(rejectsTable(tables.rejects, feed));
  let { formats } = known;
  if (usual < lines) {
    formats = await recogniseRest(about, known, rest);
    await readCarefully({ ...options, rest }, { ...delivered, formats });
    await duck.run(`DROP TABLE ${rest}`);
  }
  const rejected = await countOf(duck, tables.rejects);
  const sums = addSums(await sumsOf(duck, tables.rows, feed.totals), await sumsOf(duck, tables.rejects, feed.totals));
  const repeats = await dropRepeated(duck, tables.rows, feed, delivered.fields);
  return {
    recognised: recognisedFormats({ ...delivered, formats }),
    rows: lines - rejected - repeats.repeated,
    rejected,
    repeated: repeats.repeated,
    sums,
    repeatedSums: repeats.sums,
  };
}
