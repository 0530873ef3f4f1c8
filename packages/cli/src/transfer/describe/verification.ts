import type { VerifyReport } from '@fluxion/engine/transfer';
import { formatCount, plural, section } from '../../output/index.ts';
import { secondsText } from '../findings/index.ts';
import { differenceLines } from './differences.ts';

/** What a comparison found, for a person: one sentence, and whatever differs or could not be compared. */
export function describeVerification({ equal, rows, seconds, tables }: VerifyReport): string {
  const exceptions = tables.flatMap(differenceLines);
  const differing = tables.filter((table) => !table.equal).length;
  const extent = exceptions.length === 0 ? 'in every column' : 'in every column but these';
  const title = equal
    ? `Equal: ${formatCount(rows)} rows of ${plural(tables.length, 'table')}, ${extent} (${secondsText(seconds)}).`
    : `Not equal: ${formatCount(differing)} of ${plural(tables.length, 'table')} (${secondsText(seconds)}).`;
  return [title, ...section('', exceptions).slice(1)].join('\n');
}
