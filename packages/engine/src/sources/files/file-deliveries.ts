import { resolve } from 'node:path';
import { FluxionError } from '../../base/index.ts';
import { failOfFlags, readFeedFile, toldBy, type FeedEntry, type FeedRule } from '../description/index.ts';
import type { Delivery } from '../records/delivery.ts';
import { deliver, type KnownFile } from './deliver.ts';
import { rulesBeside, rulesFrom } from './find-rules.ts';
import { listFiles } from './list-files.ts';

/** What a command says of all files that it is given. */
export interface FileFlags extends Omit<FeedEntry, 'files' | 'name'> {
  /** A file as feed.json that describes all of them, in the place of those beside them. */
  readonly describe?: string;
}

export interface FileDeliveriesOptions {
  /** An existing folder for temporary files. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** A file that is not loaded, because a description says which files are meant, and not this one. */
export interface LeftOut {
  readonly path: string;
  /** The description. */
  readonly place: string;
}

export interface FileDeliveries {
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
  /** Each file is read when its turn comes. One that cannot be read, or is not as described, fails when it is opened. */
  readonly deliveries: AsyncIterable<Delivery>;
}

/**
 * Lists files and folders, and finds out which description is about each. No data is read yet.
 * @throws FluxionError SOURCE_NOT_FOUND, SOURCE_UNREADABLE, FEED_UNREADABLE about a feed.json, USAGE about a flag
 */
export async function fileDeliveries(
  paths: readonly string[],
  { describe, ...entry }: FileFlags,
  { folder, signal }: FileDeliveriesOptions,
): Promise<FileDeliveries> {
  const flags = toldBy(entry, failOfFlags);
  const rules = describe === undefined ? rulesBeside() : rulesFrom(await describedBy(describe));
  const files: KnownFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const { path, given } of await listFiles(paths, signal)) {
    const all = (await rules.of(path)) ?? [];
    const rule = all.find(({ files: meant }) => meant === undefined || meant.match(resolve(path)) !== undefined);
    const [first] = all;
    if (rule === undefined && first !== undefined && !given) leftOut.push({ path, place: first.place });
    else files.push({ path, rule: rule ?? first });
  }
  return { count: files.length, leftOut, deliveries: deliver(files, flags, { folder, signal }) };
}

async function describedBy(path: string): Promise<readonly FeedRule[]> {
  const rules = await readFeedFile(path);
  if (rules !== undefined) return rules;
  throw new FluxionError('SOURCE_NOT_FOUND', `There is no file ${path}, which --describe names.`);
}
