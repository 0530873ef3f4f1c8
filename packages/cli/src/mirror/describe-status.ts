import type { Answerer, MirroredTable, MirrorStatus } from '@fluxion/engine/mirror';
import { formatBytes, grid, indented, lineWidth, plural, visible, wrapped } from '../output/index.ts';

/** The tables that are mirrored, a line for each. */
export function describeTables(tables: readonly MirroredTable[]): string {
  if (tables.length === 0) return 'No table is mirrored; `fluxion mirror add TABLE` adds one.';
  const rows = tables.map(({ name, unit, noting = 'triggers' }) => [visible(name), unitText(unit), noting]);
  return grid([['table', 'unit', 'noted by'], ...rows], ['left', 'left', 'left']).join('\n');
}

/** The columns of a unit as a person reads them. */
export function unitText(unit: readonly string[]): string {
  return unit.length === 0 ? 'the whole table' : visible(unit.join(', '));
}

/** How the mirror of one process is. */
export function describeMirror(who: Answerer, status: MirrorStatus): string {
  const { state, problem, file, bytes, asOf, tables } = status;
  const facts = [
    progressOf(status) ?? state,
    asOf === null ? undefined : `as of ${asOf.time}`,
    file === null ? undefined : `${formatBytes(bytes)} in ${visible(file)}`,
  ].filter((fact) => fact !== undefined);
  const failures = tables.flatMap(({ table, failure }) =>
    failure === undefined ? [] : wrapped(visible(`${table} cannot be copied: ${failure}`), lineWidth - 2),
  );
  const stuck = problem === null ? [] : wrapped(visible(problem), lineWidth - 2);
  return [`${whoText(who)}: ${facts.join(', ')}`, ...[...stuck, ...failures].map((line) => indented(line, 2))].join(
    '\n',
  );
}

/** How far a mirror is with its first copy, on one line; undefined if there is nothing to copy. */
export function progressOf({ state, tables }: MirrorStatus): string | undefined {
  if (state === 'ready') return undefined;
  // Right after the file was opened it is not known yet what there is.
  if (state === 'opening' || tables.length === 0) return 'being opened';
  const ready = tables.filter((table) => table.ready).length;
  const parts = tables
    .filter((table) => !table.ready && table.copied > 0 && table.parts > 1)
    .map(({ table, copied, parts: all }) => `${copied} of ${all} partitions of ${visible(table)}`);
  return [`being copied: ${ready} of ${plural(tables.length, 'table')}`, ...parts].join(', ');
}

/** A process as a person finds it. */
export function whoText({ host, pid }: Answerer): string {
  return `process ${pid} on ${visible(host)}`;
}
