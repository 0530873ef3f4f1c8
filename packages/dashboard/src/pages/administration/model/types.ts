import type { AnswerTo, RequestTo } from '../kit.ts';

export type Person = AnswerTo<'listarUsuarios'>['datos'][number];
export type Store = AnswerTo<'listarUbicaciones'>['datos'][number];
export type Entry = AnswerTo<'listarAuditoria'>['datos'][number];
export type AuditQuery = NonNullable<RequestTo<'listarAuditoria'>['query']>;
export type Action = Entry['accion'];
