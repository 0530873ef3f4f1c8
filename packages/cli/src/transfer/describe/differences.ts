import type { TableVerification } from '@fluxion/engine/transfer';
import { formatCount, visible } from '../../output/index.ts';
import { sideText } from '../findings/index.ts';

/** What differs in a table, and what could not be compared; nothing if all was and is equal. */
export function differenceLines(proof: TableVerification): string[] {
  const { sourceRows, targetRows, differingColumns, differences, missing, notCompared } = proof;
  const table = visible(proof.table);
  return [
    ...(sourceRows === targetRows
      ? []
      : [`${table}: ${formatCount(sourceRows)} rows in the file, ${formatCount(targetRows)} in PostgreSQL`]),
    ...(differingColumns.length === 0 ? [] : [`${table}: ${differingColumns.map(visible).join(', ')}`]),
    ...differences.map(({ key, column, source, target }) => {
      const where = column === null ? visible(key) : `${visible(key)} ${visible(column)}`;
      return `  ${where}: ${visible(sideText(source))} in the file, ${visible(sideText(target))} in PostgreSQL`;
    }),
    // Some reasons name the table themselves.
    ...missing.map(visible).map((reason) => (reason.startsWith(`${table}: `) ? reason : `${table}: ${reason}`)),
    ...notCompared.map((reason) => `${table}: not compared: ${visible(reason)}`),
  ];
}
