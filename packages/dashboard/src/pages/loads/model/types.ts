import type { AnswerTo } from '../kit.ts';

/** Every store's days, as the API tells them. */
export type Calendar = AnswerTo<'verCalendarioCargas'>;
export type StoreDays = Calendar['tiendas'][number];
export type Day = StoreDays['dias'][number];
export type DayState = Day['estado'];
export type Load = AnswerTo<'listarCargas'>['datos'][number];
export type Outcome = Load['resultado'];
export type Reject = AnswerTo<'listarRechazos'>['datos'][number];

export const outcomes: readonly Outcome[] = ['cargada', 'con_rechazos', 'vacia', 'fallida', 'en_curso'];
