import { join, resolve } from 'node:path';
import { exitCodes, FluxionError } from '@fluxion/engine/base';
import {
  databaseChecks,
  lookAt,
  machineChecks,
  ok,
  problem,
  source,
  sourceBytes,
  type Finding,
} from '@fluxion/engine/diagnosis';
import { embeddedExists } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { withDatabase, type Database } from '../database/index.ts';
import { readSecretKeys, secretKeyFile } from '../secret-keys.ts';
import { workChecks } from './work-checks.ts';

export type DoctorContext = CommandContext<
  'target' | 'source-file' | 'storage' | 'processes' | 'mirror-memory' | 'secret-keys'
>;

/** What was found, and whether there was a database to look at. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly reached: boolean;
}

const gibibyte = 2 ** 30;
/** What takes longer waits for a lock, or for a server that is stuck: that is a finding too. */
const limits = { statementTimeoutMs: 15_000 };

async function lookAtDatabase(context: DoctorContext, file: string | undefined): Promise<Findings> {
  const { options, signal } = context;
  const { database, home, target, storage, processes } = options;
  if (database === undefined && !(await embeddedExists(resolve(home)))) {
    const found = `There is none yet: \`fluxion up\` makes one in ${resolve(home)}, or DATABASE_URL names another.`;
    return { findings: [{ name: 'server', ...ok(found) }], reached: true };
  }
  // Of the embedded server's the disk is looked at: there it is known what is free.
  const bytes = file === undefined || database === undefined ? 0 : await sourceBytes(file);
  const { factorKeys } = await readSecretKeys(options);
  const looked = async ({ pool, url }: Database): Promise<Findings> => {
    const asked = {
      pool,
      url,
      target,
      processes,
      sourceBytes: bytes,
      storageBytes: storage === undefined ? undefined : storage * gibibyte,
    };
    const found = await lookAt(databaseChecks, asked, signal);
    const work = await lookAt(workChecks, { pool, factorKeys, signal }, signal);
    return { findings: [...found, ...work], reached: true };
  };
  return withDatabase(context, looked, limits);
}

/** A database that cannot be used is a finding like others: what else is wrong is worth knowing too. */
async function orUnreached(looking: Promise<Findings>): Promise<Findings> {
  try {
    return await looking;
  } catch (error) {
    if (!(error instanceof FluxionError) || error.exitCode !== exitCodes.database) throw error;
    const { message, details } = error;
    const advice = ['Nothing else can be said of the database until it can be reached and used.', ...details].join(' ');
    return { findings: [{ name: 'server', ...problem(message, advice) }], reached: false };
  }
}

/** Looks at the machine, at the file that is to be migrated, and at the database. @throws the signal's reason */
export async function look(context: DoctorContext): Promise<Findings> {
  const { options, signal } = context;
  const { home, database, 'source-file': file, 'mirror-memory': mirrorMemory } = options;
  const asked = {
    home,
    mirrorMemory,
    embedded: database === undefined,
    sourceBytes: file === undefined ? 0 : await sourceBytes(file),
    secretFiles: [resolve('.env'), join(resolve(home), 'postgres.password'), secretKeyFile(resolve(home))],
  };
  const machine = await lookAt(machineChecks, asked, signal);
  const ofFile = file === undefined ? [] : await lookAt([source], { file }, signal);
  const { findings, reached } = await orUnreached(lookAtDatabase(context, file));
  return { findings: [...machine, ...ofFile, ...findings], reached };
}
