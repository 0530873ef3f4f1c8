export type { Answer, AsOf, Detour, Freshness, Timings } from './answer.ts';
export { questionText, type Ask, type QuestionOptions } from './ask/index.ts';
export type { TableCheck, UnitDifference, UnitRows } from './check/index.ts';
export type { CheckReport } from './check-copy.ts';
export type { DeclaredTable, MirroredTable, Unit } from './declared.ts';
export type { MirrorLog } from './log.ts';
export { openMirror, type Mirror, type MirrorOptions } from './mirror.ts';
export { declaredTables, declareTables, installNotes, withdrawTable } from './notes/index.ts';
export {
  longestSql,
  SqlRefused,
  type SqlAccess,
  type SqlAnswer,
  type SqlFault,
  type SqlRequest,
  type SqlTable,
} from './sandbox/index.ts';
export type { MirrorStatus, TableStatus } from './status.ts';
export { answerRequests } from './requests/answer-requests.ts';
export { askMirrors } from './requests/ask-mirrors.ts';
export type { Answerer, MirrorReply, MirrorRequest } from './requests/request.ts';
export { declaredName } from './sync/index.ts';
export { withoutMirror, type Answering } from './without-mirror.ts';
