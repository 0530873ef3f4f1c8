import { FluxionError } from '../../../base/index.ts';
import { matchColumns } from '../../mapping/index.ts';
import type { Delivery } from '../../records/delivery.ts';
import { SourceFailure } from '../failure.ts';

/** An empty day is told by the feed's header, not by any line of text. @throws SourceFailure */
export async function refuseOtherHeader({ open, description }: Pick<Delivery, 'open' | 'description'>): Promise<void> {
  try {
    matchColumns(description, await open());
  } catch (error) {
    if (!(error instanceof FluxionError)) throw error;
    throw new SourceFailure(`answers with one line that is not the header of its rows (${error.message})`, {
      cause: error,
    });
  }
}
