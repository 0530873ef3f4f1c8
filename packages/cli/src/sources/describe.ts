import type { KeptSource, SilentStore } from '@fluxion/engine/sources';
import { formatCount, grid, lineWidth, plural, section, visible, wrapped } from '../output/index.ts';

/** All sources, a line for each. */
export function describeSources(sources: readonly KeptSource[], silent: readonly SilentStore[]): string {
  if (sources.length === 0) return 'There is no source; `fluxion sources add NAME` describes one.';
  const rows = sources.map((kept) => {
    const { name, feed, url } = kept.source;
    const quiet = silent.filter(({ source }) => source === name).length;
    return [
      name,
      feed,
      scheduleOf(kept),
      quiet === 0 ? '' : `${plural(quiet, 'store')} without an answer`,
      visible(url),
    ];
  });
  return grid([['source', 'feed', 'asked', '', 'address'], ...rows], ['left', 'left', 'left', 'left', 'left']).join(
    '\n',
  );
}

/** One source: its description, and the stores that do not answer. */
export function describeSource(kept: KeptSource, silent: readonly SilentStore[]): string {
  const stores = silent.flatMap(({ ubicacionId, failures, open, lastFailure, lastAnswer, message }) => {
    const times = failures === 1 ? 'once' : `${formatCount(failures)} times in a row`;
    const last = `last on ${lastFailure.slice(0, 16)}, ${lastAnswer === null ? 'never answered' : `answered on ${lastAnswer.slice(0, 16)}`}`;
    const state = open ? '; it is asked less often until it answers' : '';
    return wrapped(
      visible(`${ubicacionId ?? kept.source.name}: failed ${times} (${last})${state}: ${message}`),
      lineWidth - 2,
    );
  });
  return [
    `${kept.source.name}: asked ${scheduleOf(kept)}.`,
    '',
    JSON.stringify(kept.definition, undefined, 2),
    ...(stores.length === 0 ? [] : ['', ...section('Without an answer', stores)]),
  ].join('\n');
}

/** When the schedule asks a source. */
export function scheduleOf({ source: { schedule }, active }: KeptSource): string {
  const { everyMinutes, dailyAt } = schedule;
  const parts = [
    everyMinutes === undefined ? undefined : `every ${plural(everyMinutes, 'minute')}`,
    dailyAt === undefined ? undefined : `daily at ${dailyAt}`,
  ].filter((part) => part !== undefined);
  if (!active) return 'by hand only: it is paused';
  return parts.length === 0 ? 'by hand only' : parts.join(' and ');
}
