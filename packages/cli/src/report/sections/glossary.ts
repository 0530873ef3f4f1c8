import { markup } from '../markup.ts';
import type { Section } from '../parts.ts';

const terms: readonly (readonly [string, string])[] = [
  ['Column', 'One kind of fact about each row of a table, such as a price.'],
  ['Constraint', 'A rule that the database keeps: a key that is unique, a value that must exist in another table.'],
  ['Converted', 'A value that PostgreSQL cannot hold, replaced by the nearest one that it can.'],
  ['Digest', 'A short fingerprint of many values. If one value changes, the fingerprint changes.'],
  ['DuckDB', 'The database program that wrote the file; everything is in that one file.'],
  ['Index', 'A sorted list beside a table, so that rows are found fast.'],
  ['PostgreSQL', 'The database server that the data was moved to; many programs may read and write it at once.'],
  ['Proof', 'Both databases computed digests of all that they hold, each for itself, and the digests were compared.'],
  ['Refused', 'Not carried across, because no exact counterpart is known; its own text is kept for a person.'],
  ['Rejected', 'A row that stayed out of PostgreSQL because of a value that it cannot hold; it is in the reject file.'],
  ['Row', 'One entry of a table, such as one line of a receipt.'],
  ['Sequence', 'A counter that gives each new row its number; it goes on where it stood.'],
  ['View', 'A stored question, shown like a table.'],
];

/** The words of the page for who knows no databases. */
export function glossarySection(): Section {
  return {
    id: 'glossary',
    title: 'Words',
    content: [
      markup`<dl class="glossary">
        ${terms.map(
          ([term, meaning]) =>
            markup`<div>
              <dt>${term}</dt>
              <dd>${meaning}</dd>
            </div>`,
        )}
      </dl>`,
    ],
  };
}
