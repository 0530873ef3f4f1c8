import { addSums, type DeliveryReport } from '@fluxion/engine/ingest';
import { formatCount, plural } from '../../output/index.ts';
import { outcomeWord, type LoadOutcome } from './outcome.ts';

/** `305 files: 304 loaded, 1 not loaded.`, what became of the lines, and what they come to. */
export function totalLines({ reports, dryRun, noun }: LoadOutcome): string[] {
  const outcomes = (['cargada', 'con_rechazos', 'vacia', 'igual', 'fallida'] as const).map((outcome) =>
    said(reports.filter((report) => report.outcome === outcome).length, outcomeWord(outcome, dryRun)),
  );
  const placeholders = total(reports, 'placeholders');
  return [
    `${plural(reports.length, noun)}: ${outcomes.flat().join(', ')}.`,
    lineCounts(reports, dryRun),
    ...feedTotals(reports, dryRun),
    ...(placeholders === 0
      ? []
      : [
          `Stores and products that were unknown, made and flagged for someone to complete: ${formatCount(placeholders)}.`,
        ]),
  ];
}

type Count = 'read' | 'loaded' | 'rejected' | 'repeated' | 'same' | 'placeholders';

function total(reports: readonly DeliveryReport[], count: Count): number {
  return reports.reduce((sum, report) => sum + report[count], 0);
}

/** A count with what it counts; nothing if there is none. */
function said(count: number, what: string): string[] {
  return count === 0 ? [] : [`${formatCount(count)} ${what}`];
}

function lineCounts(reports: readonly DeliveryReport[], dryRun: boolean): string {
  const of = (count: Count) => total(reports, count);
  const rest = of('read') - of('loaded') - of('rejected') - of('repeated') - of('same');
  const parts = [
    said(of('loaded'), 'loaded'),
    said(of('rejected'), 'rejected'),
    said(of('repeated'), 'repeated by their source'),
    said(of('same'), 'there already'),
    said(rest, dryRun ? 'good' : 'not loaded'),
  ].flat();
  return `${plural(of('read'), 'line')} read${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}

/** `ventas: 305 store-days of 1 store, 2010-12-01 to 2011-12-09; cantidad 5,176,450, monto_total 9,747,747.93.` */
function feedTotals(reports: readonly DeliveryReport[], dryRun: boolean): string[] {
  const feeds = [...new Set(reports.flatMap(({ feed }) => feed ?? []))];
  return feeds.flatMap((feed) => {
    const ofFeed = reports.filter((report) => report.feed === feed);
    const sums = ofFeed.map((report) => (dryRun ? report.sums.read : report.sums.loaded)).reduce(addSums, {});
    const amounts = Object.entries(sums).map(([field, sum]) => `${field} ${groupedDigits(sum)}`);
    const parts = [...unitsOf(ofFeed), ...(amounts.length === 0 ? [] : [amounts.join(', ')])];
    return parts.length === 0 ? [] : [`${feed}: ${parts.join('; ')}.`];
  });
}

function unitsOf(reports: readonly DeliveryReport[]): string[] {
  const loaded = reports
    .flatMap(({ units }) => units)
    .filter(({ outcome }) => outcome === 'cargada' || outcome === 'con_rechazos');
  const stores = new Set(loaded.flatMap(({ ubicacionId }) => ubicacionId ?? []));
  const days = [...new Set(loaded.flatMap(({ fecha }) => fecha ?? []))].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const storeDays = new Set(loaded.map(({ ubicacionId, fecha }) => `${fecha} ${ubicacionId}`)).size;
  const range = first === last ? first : `${first} to ${last}`;
  return [`${plural(storeDays, 'store-day')} of ${plural(stores.size, 'store')}, ${range}`];
}

/** A decimal text with its thousands grouped: `9,747,747.93`. */
function groupedDigits(number: string): string {
  const [whole = '', decimals] = number.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
