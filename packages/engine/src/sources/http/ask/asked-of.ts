import { addDays } from '../../../base/index.ts';
import type { Source } from '../define/source.ts';
import type { Asked, AskedStore, AskOptions } from './ask-options.ts';

/** What the placeholders of a source stand for. */
export function askedOf({ source, store, date }: AskOptions): Asked {
  return { store: store === undefined ? undefined : storeText(source, store), date, dateNext: addDays(date, 1) };
}

/** What {store} stands for. */
function storeText({ stores: { texts, as } }: Source, { id, codigo }: AskedStore): string {
  return texts[id] ?? texts[codigo] ?? (as === 'id' ? id : codigo);
}

/** What the sentence of a failure begins with. */
export function subject({ source, store, date }: AskOptions): string {
  return `the source ${source.name}, asked for ${store === undefined ? source.feed : store.id} on ${date},`;
}
