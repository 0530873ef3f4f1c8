import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { exportDatabase } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';
import { describeExport, fileOf } from '../transfer/index.ts';

type ExportContext = CommandContext<'schema' | 'also-schema' | 'only' | 'exclude' | 'replace' | 'no-verify'>;

/**
 * `fluxion export FILE`: brings a PostgreSQL database to a new DuckDB file. Exit 3 if a comparison differs or a table could
 * not be exported; constraints and the like that DuckDB does not have are only told.
 */
export async function run(context: ExportContext): Promise<ExitCode> {
  const { options, terminal, signal } = context;
  const { schema, only, exclude, replace } = options;
  return withDatabase(context, async ({ pool }) => {
    const report = await exportDatabase({
      file: fileOf(context),
      pool,
      schema,
      alsoSchemas: options['also-schema'],
      exclude,
      replace,
      verify: !options['no-verify'],
      progress: terminal.progress,
      signal,
      ...(only.length > 0 ? { only } : {}),
    });
    terminal.result({ text: describeExport(report), json: report });
    return report.whole ? exitCodes.done : exitCodes.differs;
  });
}
