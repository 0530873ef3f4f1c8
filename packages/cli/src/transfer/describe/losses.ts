import { lineWidth, plural, visible, wrapped } from '../../output/index.ts';
import { wouldStop, type Outcome } from '../findings/index.ts';
import { indented, section } from './blocks.ts';

const mostOfAnExample = 60;

/** The values that PostgreSQL cannot hold, column by column. */
export function lossLines(outcome: Outcome): string[] {
  const { report } = outcome;
  return section(
    'Losses: values that PostgreSQL cannot hold',
    report.losses.flatMap((loss) => {
      const fate = wouldStop(outcome) ? 'which would stop the migration' : loss.outcome;
      return [
        `${visible(`${loss.table}.${loss.column}`)}: ${plural(loss.count, 'value')}, ${fate}`,
        // The reason is said of several values, also where there is one.
        ...wrapped(`such values ${visible(loss.reason)}`, lineWidth - 4).map((line) => indented(line, 2)),
        ...loss.examples.map((example) => indented(`for example ${shortened(visible(example))}`, 2)),
      ];
    }),
  );
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= mostOfAnExample ? text : `${characters.slice(0, mostOfAnExample).join('')}...`;
}
