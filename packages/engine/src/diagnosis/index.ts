export type { AskedDatabase } from './database/asked.ts';
export { databaseChecks } from './database/checks.ts';
export { lookAt } from './look-at.ts';
export type { AskedMachine } from './machine/asked.ts';
export { machineChecks } from './machine/checks.ts';
export { source, sourceBytes, type AskedSource } from './source.ts';
export { ok, problem, warning, type Check, type Finding, type Verdict } from './verdict.ts';
