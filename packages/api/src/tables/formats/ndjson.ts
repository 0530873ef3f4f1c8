import type { FileWriter } from './file-format.ts';

/** A JSON object for each row, as in a page. */
export const writeNdjson: FileWriter = async function* ndjson({ columns, rows }) {
  const keys = columns.map(({ name }, index) => `${index === 0 ? '' : ','}${JSON.stringify(name)}:`);
  for await (const batch of rows) {
    let text = '';
    for (const row of batch) {
      text += '{';
      for (const [index, key] of keys.entries()) text += key + JSON.stringify(row[index] ?? null);
      text += '}\n';
    }
    yield text;
  }
};
