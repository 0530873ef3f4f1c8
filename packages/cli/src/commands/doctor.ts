import { resolve } from 'node:path';
import { exitCodes, FluxionError, type ExitCode } from '@fluxion/engine/base';
import { embeddedExists } from '@fluxion/engine/postgres';
import { describeFindings, findingsJson, look, type DoctorContext } from '../doctor/index.ts';
import { stopAbandoned } from '../database/index.ts';

/**
 * `fluxion doctor`: what is wrong with this installation, or with a database before a cut-over, and what to do. Exit 3 if
 * there are problems, 5 if the database cannot be used at all.
 */
export async function run(context: DoctorContext): Promise<ExitCode> {
  const { options, terminal, signal, guard } = context;
  const { target, 'source-file': file, database } = options;
  if (target === 'rds' && database === undefined) {
    throw new FluxionError('USAGE', '--target rds needs the address of the database: --database or DATABASE_URL.');
  }
  // Damage in the file may crash the process that opens it.
  if (guard !== undefined && file !== undefined) {
    return guard.run(file, signal, async () => {
      if (await embeddedExists(resolve(options.home))) await stopAbandoned(options);
    });
  }
  const { findings, reached } = await look(context);
  terminal.result({ text: describeFindings(findings), json: findingsJson(findings) });
  if (!reached) return exitCodes.database;
  return findings.some(({ state }) => state === 'problem') ? exitCodes.differs : exitCodes.done;
}
