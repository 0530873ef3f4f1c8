export { auditedActions, recordAudit, type AuditedAction, type AuditEntry } from './audit/record.ts';
export {
  roles,
  type Actor,
  type AnonymousContext,
  type OperationContext,
  type Role,
  type StreamingContext,
} from './context.ts';
export { InvalidInput, type FieldFault, type InputFault } from './invalid-input.ts';
export { gapCalendar, type CalendarDay, type GapCalendar, type StoreCalendar } from './load/calendar.ts';
export { dayStates, gapStates, type DayState } from './load/day-state.ts';
export { listLoads, loadOutcomes, streamLoads, type Load, type LoadKey } from './load/list.ts';
export { listRejects, streamRejects, type Reject, type RejectKey } from './load/list-rejects.ts';
export { scheduleState, type ScheduleState } from './load/schedule-state.ts';
export { requireProducts } from './product/require.ts';
export { searchProducts, type Product } from './product/search.ts';
export { listSales, streamSales, type SaleKey, type SaleLine } from './sale/list.ts';
export { closeSession } from './session/close.ts';
export { findSession } from './session/find.ts';
export { openSession, type OpenedSession } from './session/open.ts';
export { listStores, type Store } from './store/list.ts';
export { storeNamed } from './store/named.ts';
export { narrowStores } from './store/narrow.ts';
export type { Principal } from './principal.ts';
export { createToken, type CreatedToken } from './token/create.ts';
export { createLocalToken } from './token/create-local.ts';
export { revokeToken } from './token/revoke.ts';
export { verifyToken } from './token/verify.ts';
