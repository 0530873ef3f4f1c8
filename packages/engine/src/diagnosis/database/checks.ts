import type { Check } from '../verdict.ts';
import { connections, encryption, password, privileges, role } from './access/index.ts';
import type { AskedDatabase } from './asked.ts';
import { loads, schema, space } from './content/index.ts';
import { clock, latency } from './distance/index.ts';
import { extensions, settings, text, version, waits, wraparound } from './server/index.ts';

/** What is looked at in a database, in the order in which it is told. */
export const databaseChecks: readonly Check<AskedDatabase>[] = [
  version,
  encryption,
  password,
  role,
  privileges,
  extensions,
  text,
  settings,
  connections,
  latency,
  clock,
  space,
  wraparound,
  waits,
  schema,
  loads,
];
