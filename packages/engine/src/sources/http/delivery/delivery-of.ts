import { inspectFile } from '../../bytes/index.ts';
import type { Delivery } from '../../records/delivery.ts';
import { openRecords } from '../../records/open-records.ts';
import type { AllPages, AskOptions } from '../ask/ask-options.ts';
import { describeAnswer } from './describe-answer.ts';
import { emptyRecords } from './empty-records.ts';
import { refuseOtherHeader } from './refuse-other-header.ts';

/**
 * What a source has answered, as a delivery.
 * @throws SourceFailure if all that came is one line that is not the feed's header
 */
export async function deliveryOf(options: AskOptions, { path, digest, bytes, rows }: AllPages): Promise<Delivery> {
  const { source, folder } = options;
  const known = describeAnswer(options);
  const saysEmpty = rows === 0;
  const isListless = saysEmpty && source.format !== 'csv';
  const open = async (signal?: AbortSignal) =>
    isListless
      ? emptyRecords(source.feed, known.description)
      : openRecords(await inspectFile(path, { signal }), source.told.file, folder);
  const delivery = { ...known, digest, bytes, saysEmpty, open };
  if (saysEmpty && !isListless) await refuseOtherHeader(delivery);
  return delivery;
}
