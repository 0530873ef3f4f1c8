import { recognise, type Recognition, type RecogniseOptions } from './evidence/recognise.ts';
import { fieldsOf, type Field } from './fields.ts';
import type { Delivered } from './lines.ts';
import { openPlaces } from './places.ts';
import type { InterpretOptions } from './types.ts';

/** What a delivery is, and how its values are written as far as its first lines tell. */
export interface Opened {
  readonly delivered: Delivered;
  readonly about: RecogniseOptions;
  readonly known: Recognition;
}

/**
 * Finds out what lines are to be read as.
 * @param lines how many there are
 * @throws FluxionError FEED_AMBIGUOUS, FEED_REFUSED
 */
export async function openDelivered(options: InterpretOptions, lines: number): Promise<Opened> {
  const { mapping, description } = options;
  const { feed } = mapping;
  const fields = fieldsOf(mapping);
  const isStoreDay = feed.unit === 'store-day';
  const assertedDate = isStoreDay ? description.date : undefined;
  const places = await openPlaces(options, { withZones: fields.some(isInstant), withToday: isStoreDay });
  const about = { ...options, fields, assertedDate };
  const known = await recognise(about, lines);
  const alone = feed.oneOfEach.filter((group) => group.length === 1).flat();
  const alsoRequired = new Set(alone.filter((name) => name === 'ubicacion_id' || name === 'fecha_hora'));
  return {
    delivered: { fields, formats: known.formats, places, isStoreDay, assertedDate, alsoRequired },
    about,
    known,
  };
}

const isInstant = ({ spec, raw, standIn }: Field) => spec.type.kind === 'instant' && (raw ?? standIn) !== undefined;

/** How values are written, for people. */
export function recognisedFormats({ fields, formats, places }: Delivered): Record<string, string> {
  const { decimal, dateOrder } = formats;
  const zones = places.feedZone ? [places.feedZone] : places.zones;
  const hasDates = fields.some(({ spec, isColumn }) => isColumn && ['date', 'instant'].includes(spec.type.kind));
  return {
    ...(hasDates ? { dateOrder: dateOrder ?? 'ymd' } : {}),
    ...(decimal === undefined ? {} : { decimal }),
    ...(fields.some(isInstant) && zones.length > 0
      ? { timezone: zones.length > 3 ? "each store's own" : zones.map(({ name }) => name).join(', ') }
      : {}),
  };
}
