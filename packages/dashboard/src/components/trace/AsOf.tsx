import { useAsk } from '../../hooks/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { clockTimes, placeOf } from './as-of.ts';
import { words } from './texts.ts';

/** Which instant an answer is of: on the person's clock, and on the stores' where that shows another time. */
export function AsOf({ instant }: { readonly instant: string }) {
  const texts = useTexts(words);
  const { tag } = useLocale();
  const stores = useAsk('listarUbicaciones', {}).data?.body.datos ?? [];
  const zones = stores.map(({ zona_horaria: zone }) => zone);
  return (
    <>
      <dt>{texts.asOf}</dt>
      <dd>
        {clockTimes(instant, zones, tag).map(({ text, zone }) => (
          <div key={text}>
            <time dateTime={instant}>{text}</time>
            {zone === null ? null : ` ${texts.inStores(placeOf(zone))}`}
          </div>
        ))}
      </dd>
    </>
  );
}
