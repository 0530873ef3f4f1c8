import { formatAmount, formatBytes, formatCount } from '../../output/index.ts';
import { rateText, secondsText, type Outcome } from '../../transfer/index.ts';
import { markup, type Markup } from '../markup.ts';

/** The few figures that everybody asks for. */
export function figures({ report }: Outcome): Markup {
  const { tables, rows, rejected, seconds, peakMemoryBytes } = report;
  const copied = tables.reduce((sum, table) => sum + table.copied, 0);
  const equal = tables.filter(({ proof }) => proof?.equal === true).length;
  const tiles: readonly (readonly [string, string, string])[] = report.dryRun
    ? [
        ['Tables', formatCount(tables.length), 'in the plan'],
        ['Objects', formatCount(report.objects.length), 'looked at'],
        ['Changed', formatCount(report.objects.filter(({ outcome }) => outcome === 'changed').length), 'objects'],
        ['Refused', formatCount(report.objects.filter(({ outcome }) => outcome === 'refused').length), 'objects'],
      ]
    : [
        ['Rows moved', formatAmount(rows), `in ${formatCount(tables.length)} tables`],
        ['Proven equal', `${formatCount(equal)} of ${formatCount(tables.length)}`, 'tables'],
        ['Rejected', formatCount(rejected), 'rows'],
        ['Speed', rateText(copied, seconds), 'rows per second'],
        ['Time', secondsText(seconds), 'in all'],
        ['Memory', formatBytes(peakMemoryBytes), 'at most'],
      ];
  return markup`<dl class="figures">
    ${tiles.map(
      ([name, value, unit]) =>
        markup`<div>
          <dt>${name}</dt>
          <dd><strong>${value}</strong> <span>${unit}</span></dd>
        </div>`,
    )}
  </dl> `;
}
