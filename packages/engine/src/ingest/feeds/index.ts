import type { FeedName } from '../../sources/index.ts';
import type { StoreDayWriter } from '../units/unit.ts';
import { ventasWriter } from './ventas.ts';

/** How the store-days of each feed are written; feeds of master rows have none. */
export const storeDayWriters: Readonly<Partial<Record<FeedName, StoreDayWriter>>> = {
  ventas: ventasWriter,
};
