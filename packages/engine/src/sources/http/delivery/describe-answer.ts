import { feeds } from '../../feeds/feeds.ts';
import type { Delivery } from '../../records/delivery.ts';
import type { AskOptions } from '../ask/ask-options.ts';

/** What is known of an answer before there is one. */
export function describeAnswer({ source, store, date }: Pick<AskOptions, 'source' | 'store' | 'date'>) {
  const ofStoreDay = feeds[source.feed].unit === 'store-day';
  return {
    origin: 'http',
    name: [source.name, store?.id, date].filter((part) => part !== undefined).join(' '),
    description: {
      parts: false,
      partial: false,
      ...source.told,
      ...(ofStoreDay ? { date, ...(store === undefined ? {} : { store: store.id }) } : {}),
      origins: { store: 'what was asked', date: 'what was asked' },
    },
  } as const satisfies Partial<Delivery>;
}
