import { resolve } from 'node:path';
import { FluxionError } from '../../base/index.ts';
import { inspectFile } from '../bytes/index.ts';
import { describe, type Description, type FeedRule, type Told } from '../description/index.ts';
import type { Delivery } from '../records/delivery.ts';
import { openRecords } from '../records/open-records.ts';

/** A file with the description that is about it, if there is one. */
export interface KnownFile {
  readonly path: string;
  readonly rule: FeedRule | undefined;
}

interface DeliverOptions {
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a delivery of each file when its turn comes: not before is it read. */
export async function* deliver(
  files: readonly KnownFile[],
  flags: Told,
  options: DeliverOptions,
): AsyncIterable<Delivery> {
  for (const file of files) yield await deliveryOf(file, flags, options);
}

async function deliveryOf({ path, rule }: KnownFile, flags: Told, options: DeliverOptions): Promise<Delivery> {
  const { folder, signal } = options;
  signal?.throwIfAborted();
  let description = unknown(flags);
  try {
    description = described(path, rule, flags);
    const file = await inspectFile(path, { signal });
    const { digest, bytes, expandedBytes } = file;
    const open = () => openRecords(file, description.file, folder);
    // What a file holds is known once it is read.
    return { origin: 'archivo', name: path, digest, bytes, expandedBytes, description, saysEmpty: false, open };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof FluxionError)) throw error;
    return {
      origin: 'archivo',
      name: path,
      digest: '',
      bytes: 0,
      description,
      saysEmpty: false,
      open: () => Promise.reject(error),
    };
  }
}

function described(path: string, rule: FeedRule | undefined, flags: Told): Description {
  const absolute = resolve(path);
  if (rule?.files !== undefined && rule.files.match(absolute) === undefined) {
    throw new FluxionError(
      'FEED_UNREADABLE',
      `${rule.place} says of which files it is ("files"), and ${path} is none of them.`,
    );
  }
  return describe(absolute, rule, flags);
}

/** What is known of a file whose name is not what it should be. */
function unknown(flags: Told): Description {
  return { ...flags, parts: flags.parts ?? false, partial: flags.partial ?? false };
}
