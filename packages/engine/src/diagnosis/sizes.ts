/** Bytes as a person compares them: `512 MiB`, `12.3 GiB`. */
export function sizeText(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 1024 ? `${Math.round(mebibytes)} MiB` : `${(mebibytes / 1024).toFixed(1)} GiB`;
}

/**
 * PostgreSQL's size of a chain over that of its DuckDB file, as it is counted on: measured were 1.7 (a file that was
 * written in small transactions) and 2.9 (one that `fluxion export` wrote), indexes with it (docs/doctor.md).
 */
const growth = 4;

/** How much a migration of a DuckDB file of this size makes of PostgreSQL's tables and indexes. */
export function bytesInPostgres(sourceBytes: number): number {
  return sourceBytes * growth;
}
