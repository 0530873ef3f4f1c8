import { isBusinessDate } from '@fluxion/engine/base';
import type { StoredClassKey } from '@fluxion/engine/operations';
import { cursorCodec } from '../../../requests/cursor.ts';

/** Cursors of the list of a product's classes. */
export const classCursors = cursorCodec<StoredClassKey>({
  toParts: ({ fecha_calculo, ubicacion_id }) => [fecha_calculo, ubicacion_id],
  fromParts: ([fecha_calculo, ubicacion_id, ...more]) => {
    if (fecha_calculo === undefined || ubicacion_id === undefined || more.length > 0) return undefined;
    return isBusinessDate(fecha_calculo) ? { fecha_calculo, ubicacion_id } : undefined;
  },
});
