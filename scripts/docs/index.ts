import { configurationPage } from './configuration.ts';
import { costPage } from './cost.ts';
import { errorsPage } from './errors.ts';
import { feedsPage } from './feeds.ts';

/** The generated pages of docs/, by file name. */
export const pages: ReadonlyMap<string, () => string> = new Map([
  ['configuration.md', configurationPage],
  ['cost.md', costPage],
  ['errors.md', errorsPage],
  ['feeds.md', feedsPage],
]);
