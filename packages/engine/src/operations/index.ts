export { listAudit, streamAudit, type AuditedDeed, type AuditKey } from './audit/list.ts';
export { auditedActions, recordAudit, type AuditedAction, type AuditEntry, type AuditOrigin } from './audit/record.ts';
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
export { loadHealth, type LoadHealth } from './load/load-health.ts';
export { scheduleState, type ScheduleState } from './load/schedule-state.ts';
export { createLink, type CreatedLink } from './link/create.ts';
export { useLink } from './link/use.ts';
export { listMovements, streamMovements, type Movement, type MovementKey, type MovementKind } from './movement/list.ts';
export { requireProducts } from './product/require.ts';
export * from './order/index.ts';
export { searchProducts, streamProducts, type Product } from './product/search.ts';
export { listCategories, type Category } from './product/list-categories.ts';
export { listProductClasses, streamProductClasses, type StoredClassKey } from './product/list-classes.ts';
export {
  productStory,
  type ProductMaster,
  type ProductStory,
  type ProductSupplier,
  type StoredClass,
  type Substitute,
} from './product/story.ts';
export { listRates, type ExchangeRate } from './rate/list.ts';
export { removeRate, setRate } from './rate/set.ts';
export { changePassword } from './password/change.ts';
export { confirmFactor } from './second-factor/confirm.ts';
export { enrolFactor } from './second-factor/enrol.ts';
export { factorKeysOf, type FactorContext, type FactorKeys } from './second-factor/keys.ts';
export { removeFactor, removeOwnFactor } from './second-factor/remove.ts';
export { factorState, type FactorState } from './second-factor/state.ts';
export { storedFactors } from './second-factor/stored.ts';
export { listSales, salesReads, streamSales, type SaleKey, type SaleLine } from './sale/list.ts';
export { storeDates, streamAlerts, type StoreDate } from './stock/alerts.ts';
export type { StockRow, StockState } from './stock/columns.ts';
export { listStock, streamStock, type StockKey } from './stock/list.ts';
export { closeSession } from './session/close.ts';
export type { Browser, OpenedSession } from './session/insert.ts';
export { endSession, listSessions, type Session } from './session/list.ts';
export { openSession } from './session/open.ts';
export type { Refusal } from './session/prove.ts';
export { signIn, type SignIn } from './session/sign-in.ts';
export { storeFreshness, type StoreFreshness } from './store/freshness.ts';
export { listStores, type Store } from './store/list.ts';
export { storeNamed } from './store/named.ts';
export { narrowStores } from './store/narrow.ts';
export { salesAges, type SalesAge } from './store/sales-age.ts';
export { changeStore, createStore } from './store/save.ts';
export { findPrincipals, type Credential, type Principal } from './principal.ts';
export { createKey } from './token/create-key.ts';
export { createToken, type CreatedToken } from './token/create.ts';
export { createLocalToken } from './token/create-local.ts';
export { listKeys, type Key } from './token/list.ts';
export { revokeToken } from './token/revoke.ts';
export { listViews, type View, type ViewKey } from './view/list.ts';
export { changeView, createView, removeView } from './view/save.ts';
export { administratorCanSignIn } from './user/administrator-can-sign-in.ts';
export { changePerson, type PersonChange } from './user/change.ts';
export { createPerson } from './user/create.ts';
export { ensureLocalAdministrator } from './user/ensure-local-administrator.ts';
export { listPeople } from './user/list.ts';
export { findPerson, personWithMail, type Person } from './user/person.ts';
