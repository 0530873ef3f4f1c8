import type { LineLook } from '../model/index.ts';

/** A line of what is told about a place. */
export interface TipRow {
  readonly id: string;
  readonly look: LineLook | 'behind' | 'bars' | null;
  readonly name: string;
  readonly value: string;
  /** How the main line's value differs from this one. */
  readonly change?: string;
}

/** What floats beside the cursor, in one sentence. */
export function tipText(title: string, rows: readonly TipRow[]): string {
  const parts = rows.map(({ name, value, change }) => `${name} ${value}${change === undefined ? '' : ` (${change})`}`);
  return [title, ...parts].join(', ');
}
