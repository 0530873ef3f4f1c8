import type { DeliveryReport } from '@fluxion/engine/ingest';
import { formatCount, grid, lineWidth, plural, visible, wrapped } from '../../output/index.ts';
import { outcomeWord, type LoadOutcome } from './outcome.ts';

/** More are listed only if they need a look. */
const mostListed = 30;

/** A line for each delivery, or for each that needs a look where they are many. */
export function deliveryLines({ reports, dryRun, noun }: LoadOutcome): string[] {
  if (reports.length < 2) return [];
  const listed = reports.length <= mostListed ? reports : reports.filter(needsALook).slice(0, mostListed);
  if (listed.length === 0) return [];
  const rows = listed.map((report) => [
    visible(report.name),
    report.feed ?? '',
    outcomeWord(report.outcome, dryRun),
    formatCount(report.read),
    formatCount(report.rejected),
    ...(dryRun ? [] : [formatCount(report.loaded)]),
  ]);
  const titles = [noun, 'feed', '', 'lines', 'rejected', ...(dryRun ? [] : ['loaded'])];
  return grid([titles, ...rows], ['left', 'left', 'left', 'right', 'right', 'right']);
}

function needsALook({ outcome, message }: DeliveryReport): boolean {
  return outcome === 'con_rechazos' || outcome === 'fallida' || (message !== null && outcome !== 'igual');
}

/** Why deliveries were not loaded, or not all of them. */
export function problemLines({ reports, noun }: LoadOutcome): string[] {
  const told = reports.filter(needsALook).flatMap(({ name, message }) => (message === null ? [] : [{ name, message }]));
  const lines = told.slice(0, mostListed).flatMap(({ name, message }) => {
    // Most of the sentences about a file name it themselves.
    const sentence = message.includes(name) ? message : `${name}: ${message}`;
    return wrapped(visible(sentence), lineWidth - 2);
  });
  const more = told.length - mostListed;
  return more > 0 ? [...lines, `and ${plural(more, noun)} more`] : lines;
}

const mostRejects = 10;

/** The first rejected lines, and where the others are. */
export function rejectLines({ reports, rejectFiles, dryRun }: LoadOutcome): string[] {
  const rejects = reports.flatMap(({ name, rejects: lines }) => lines.map((reject) => ({ name, ...reject })));
  const shown = rejects.slice(0, mostRejects).map(({ name, file = name, line, field, value, reason }) => {
    const what = [field, value === undefined ? undefined : `"${shortened(value)}"`].filter(
      (part) => part !== undefined,
    );
    return visible([`${file}:${line}:`, ...what, reason].join(' '));
  });
  if (shown.length === 0) return [];
  const more = rejects.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`and ${plural(more, 'line')} more`] : []),
    ...(dryRun ? [] : [`The lines themselves: ${placeOfRejects(rejectFiles)}`]),
  ];
}

function placeOfRejects(files: LoadOutcome['rejectFiles']): string {
  const [first, ...others] = files ?? [];
  if (first === undefined) return 'in the table rechazos';
  return others.length === 0 ? visible(first) : `${visible(first)} and ${plural(others.length, 'file')} more`;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}...`;
}

/** Files that nothing was done with. */
export function leftOutLines({ leftOut }: LoadOutcome): string[] {
  const shown = leftOut
    .slice(0, mostRejects)
    .map(({ path, place }) => `${visible(path)}: none of the "files" of ${visible(place)}`);
  const more = leftOut.length - shown.length;
  return more > 0 ? [...shown, `and ${plural(more, 'file')} more`] : shown;
}
