import { stretchesOf } from './days.ts';
import type { Chunk, Division } from './chunks.ts';

/** Chunks that are copied together, in one transaction. */
export interface Transfer {
  readonly chunks: readonly Chunk[];
  /** The condition in DuckDB's SQL that selects their rows; undefined: all of them. */
  readonly where: string | undefined;
  /** The quoted relation that they go into. */
  readonly into: string;
  /** Nothing else goes into that relation: if it is empty, its rows may be written frozen. */
  readonly alone: boolean;
}

/** Joins chunks that are to be copied: days of one partition that follow each other go together, all others by themselves. */
export function transfersOf({ chunks: all, column }: Division, open: readonly Chunk[]): Transfer[] {
  const stretches = column
    ? stretchesOf(column, all, open, (one, next) => one.into !== next.into)
    : open.map((chunk) => ({ chunks: [chunk], where: chunk.where }));
  return stretches.flatMap(({ chunks, where }) => {
    const [first] = chunks;
    if (!first) return [];
    const { into } = first;
    return { chunks, where, into, alone: all.filter((chunk) => chunk.into === into).length === chunks.length };
  });
}
