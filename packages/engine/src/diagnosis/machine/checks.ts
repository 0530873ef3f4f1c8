import type { Check } from '../verdict.ts';
import type { AskedMachine } from './asked.ts';
import { disk } from './disk.ts';
import { memory } from './memory.ts';
import { program } from './program.ts';
import { secrets } from './secrets.ts';

/** What is looked at in the machine, in the order in which it is told. */
export const machineChecks: readonly Check<AskedMachine>[] = [program, memory, disk, secrets];
