import type { TableVerification } from '@fluxion/engine/transfer';
import { plural } from '../../output/index.ts';

/** A comparison's result in a word or two. */
export function proofWord(proof: TableVerification | undefined): string {
  if (proof === undefined) return 'not compared';
  if (!proof.equal) return 'differs';
  const { notCompared } = proof;
  return notCompared.length === 0 ? 'equal' : `equal but ${plural(notCompared.length, 'column')}`;
}

/** A side's value of a row that differs; undefined stands for a row that the side lacks. */
export function sideText(value: string | null | undefined): string {
  return value === undefined ? 'missing' : value === null ? 'NULL' : value === '' ? '(empty)' : value;
}
