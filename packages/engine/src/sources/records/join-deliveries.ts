import { createHash } from 'node:crypto';
import { FluxionError, quoteIdentifier } from '../../base/index.ts';
import type { Delivery } from './delivery.ts';
import type { Records, StageOptions } from './records.ts';

/** Lines of the parts are told apart by multiples of this; no file has as many. */
const partLines = 2 ** 32;

/**
 * Files that together hold their store-days, such as one of each till, as one delivery: its units are replaced by all of
 * them at once.
 */
function joinDeliveries(parts: readonly [Delivery, ...Delivery[]]): Delivery {
  const [first] = parts;
  const others = parts.length - 1;
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part.digest);
  return {
    ...first,
    name: `${first.name}${others === 0 ? '' : ` and ${others} more ${others === 1 ? 'part' : 'parts'}`}`,
    digest: digest.digest('hex'),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    expandedBytes: parts.reduce((sum, { bytes, expandedBytes = bytes }) => sum + expandedBytes, 0),
    saysEmpty: parts.every(({ saysEmpty }) => saysEmpty),
    async open(signal) {
      const records: Part[] = [];
      for (const part of parts) records.push({ name: part.name, records: await part.open(signal) });
      return joinRecords(records);
    },
  };
}

interface Part {
  readonly name: string;
  readonly records: Records;
}

function joinRecords(parts: readonly Part[]): Records {
  const [first] = parts;
  if (!first) throw new TypeError('no parts');
  const partOf = (line: number) => parts[Math.floor(line / partLines)];
  return {
    ...first.records,
    recognised: { ...first.records.recognised, parts: String(parts.length) },
    place: (line) => ({ file: partOf(line)?.name ?? '', line: line % partLines }),
    async stage(options) {
      await options.duck.run(
        `CREATE TABLE ${options.table} (line BIGINT${options.fields.map(({ name }) => `, ${quoteIdentifier(name)} VARCHAR`).join('')})`,
      );
      let read = 0;
      for (const [index, part] of parts.entries()) read += await stagePart(part, first, index * partLines, options);
      return read;
    },
    async textOf(lines) {
      const texts = new Map<number, string>();
      for (const [index, { records }] of parts.entries()) {
        const offset = index * partLines;
        const own = [...lines].filter((line) => partOf(line)?.records === records);
        if (own.length === 0) continue;
        const found = await records.textOf(new Set(own.map((line) => line - offset)));
        for (const [line, text] of found) texts.set(line + offset, text);
      }
      return texts;
    },
  };
}

/** Brings one part behind the others. Its columns are found by the names that they have in the first part. */
async function stagePart({ name, records }: Part, first: Part, offset: number, options: StageOptions): Promise<number> {
  const { duck, table, onUnreadable } = options;
  const own = '"fluxion_part"';
  const fields = options.fields.map((field) => {
    const column = records.hasHeader
      ? records.columns.indexOf(first.records.columns[field.column] ?? '')
      : field.column;
    if (column >= 0 && column < records.columns.length) return { ...field, column };
    throw new FluxionError(
      'FEED_UNREADABLE',
      `${name} lacks the column ${first.records.columns[field.column]} of ${first.name}: parts of one delivery have the same columns.`,
    );
  });
  const read = await records.stage({
    ...options,
    table: own,
    fields,
    onUnreadable: (record) => onUnreadable({ ...record, line: record.line + offset }),
  });
  await duck.run(
    `INSERT INTO ${table} SELECT * REPLACE (line + ${offset} AS line) FROM ${own} ORDER BY rowid; DROP TABLE ${own}`,
  );
  return read;
}

/** Deliveries in their order, but those that are parts joined, by what is known of them, behind the others. */
export async function* joinParts(
  deliveries: Iterable<Delivery> | AsyncIterable<Delivery>,
): AsyncGenerator<Delivery, void, undefined> {
  const parts = new Map<string, [Delivery, ...Delivery[]]>();
  for await (const delivery of deliveries) {
    if (!delivery.description.parts) {
      yield delivery;
      continue;
    }
    const known = JSON.stringify(delivery.description);
    const group = parts.get(known);
    if (group) group.push(delivery);
    else parts.set(known, [delivery]);
  }
  for (const group of parts.values()) yield joinDeliveries(group);
}
