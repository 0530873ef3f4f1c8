import type { ValueFormats } from '../../sources/index.ts';
import type { DateOrder } from './dates/day.ts';
import type { DecimalSign } from './numbers/patterns.ts';

/** How the values of a delivery are written: as it was told, or recognised. */
export interface Formats {
  /** Undefined: no value needs it. */
  readonly decimal: DecimalSign | undefined;
  /** Undefined: no value needs it. */
  readonly dateOrder: DateOrder | undefined;
  readonly told: ValueFormats;
}
