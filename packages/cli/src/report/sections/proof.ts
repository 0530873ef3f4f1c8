import { formatCount } from '../../output/index.ts';
import { proofWord, secondsText, sideText, type Outcome } from '../../transfer/index.ts';
import type { TableVerification } from '@fluxion/engine/transfer';
import { markup, type Markup } from '../markup.ts';
import { badge, dataTable, foldedTable, type Section } from '../parts.ts';

const mostRows = 25;

/** What the comparison of both sides found, the tables that differ first. */
export function proofSection({ report }: Outcome): Section {
  const proofs = report.tables.flatMap(({ proof }) => proof ?? []);
  const ranked = proofs.toSorted((one, other) => rank(one) - rank(other));
  if (proofs.length === 0) {
    return { id: 'proof', title: 'The proof', intro: 'Both sides were not compared: none was asked for.', content: [] };
  }
  const rows = ranked.map((proof) => [
    proof.table,
    badge(!proof.equal ? 'bad' : proof.notCompared.length > 0 ? 'caution' : 'good', proofWord(proof)),
    formatCount(proof.sourceRows),
    formatCount(proof.targetRows),
    proof.notCompared.length === 0 ? 'all' : `all but ${formatCount(proof.notCompared.length)}`,
    secondsText(proof.seconds),
  ]);
  const columns = [
    { title: 'Table', look: 'name' as const },
    { title: 'Result' },
    { title: 'Rows in the file', look: 'figure' as const },
    { title: 'Rows in PostgreSQL', look: 'figure' as const },
    { title: 'Columns compared' },
    { title: 'Time', look: 'figure' as const },
  ];
  return {
    id: 'proof',
    title: 'The proof',
    intro:
      'After the copy, each database computed digests (fingerprints of all values, and of which values stand together in a row) from what it has stored. Equal digests mean equal values: one changed digit would show.',
    content: [foldedTable('Comparison of both sides', columns, rows, mostRows), ...ranked.flatMap(exceptions)],
  };
}

/** Tables that differ come first, then those with columns that could not be compared. */
function rank({ equal, notCompared }: TableVerification): number {
  return !equal ? 0 : notCompared.length > 0 ? 1 : 2;
}

function exceptions({
  table,
  equal,
  differingColumns,
  differences,
  missing,
  notCompared,
}: TableVerification): Markup[] {
  if (equal && notCompared.length === 0) return [];
  const remarks = [...missing, ...notCompared.map((reason) => `not compared: ${reason}`)];
  const rows = differences.map(({ key, column, source, target }) => [
    key,
    column ?? 'the row',
    value(source),
    value(target),
  ]);
  const columns = [
    { title: 'Row', look: 'name' as const },
    { title: 'Column', look: 'name' as const },
    { title: 'In the file', look: 'name' as const },
    { title: 'In PostgreSQL', look: 'name' as const },
  ];
  return [
    markup`<h3>${table}</h3>
      ${differingColumns.length === 0 ? undefined : markup`<p>Differs in: ${differingColumns.join(', ')}</p>`}
      ${
        remarks.length === 0
          ? undefined
          : markup`<ul>
              ${remarks.map((remark) => markup`<li>${remark}</li>`)}
            </ul>`
      }
      ${rows.length === 0 ? undefined : dataTable('Rows that differ', columns, rows)}`,
  ];
}

function value(side: string | null | undefined): Markup {
  return typeof side === 'string' ? markup`<code>${side}</code>` : markup`<span class="none">${sideText(side)}</span>`;
}
