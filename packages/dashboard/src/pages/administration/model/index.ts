export { actions } from './actions.ts';
export { NEW, readView, sectionPatch, sections, type Section, type View } from './address.ts';
export { auditQuery, detailLine, detailsOf } from './audit.ts';
export * as people from './people.ts';
export * as stores from './stores.ts';
export type { Action, Entry, Person, Store } from './types.ts';
