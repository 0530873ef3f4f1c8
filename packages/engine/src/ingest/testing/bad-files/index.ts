import type { BadFile } from './bad-file.ts';
import { badFormats } from './formats.ts';
import { badLines } from './lines.ts';
import { badPlaces } from './places.ts';
import { badValues } from './values.ts';

export { oldDay, storesSql, type BadFile } from './bad-file.ts';

/** Each kind of bad file, with what is to come of it. */
export const badFiles: readonly BadFile[] = [...badLines, ...badValues, ...badPlaces, ...badFormats];
