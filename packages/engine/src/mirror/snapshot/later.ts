import type { Applied } from '../answer.ts';
import { includes } from './snapshot.ts';

/** Whether one state of a database is later than another: of one in which nothing is written, the time tells. */
export function isLater(one: Applied, other: Applied): boolean {
  if (!includes(one.snapshot, other.snapshot)) return false;
  return !includes(other.snapshot, one.snapshot) || Date.parse(one.time) > Date.parse(other.time);
}
