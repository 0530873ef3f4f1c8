export { bind, bindCondition, type Aliases, type Place } from './bind.ts';
export { learn, naturalNames, unite } from './learn.ts';
export { expandMacro, macroOf } from './macros.ts';
export { bareScope, resolve, scopeRelation, type Scope, type ScopeColumn, type ScopeRelation } from './scope.ts';
export { beginTranslation } from './source.ts';
export type { Column, Names as TargetNames, Query, Translation } from './translation.ts';
