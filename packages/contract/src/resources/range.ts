import { Type } from 'typebox';
import { Fecha } from '../base/index.ts';

/** The two ends of a range of business dates, both included; a missing end is open. */
export const rangeParameters = { fecha_inicio: Type.Optional(Fecha), fecha_fin: Type.Optional(Fecha) };
