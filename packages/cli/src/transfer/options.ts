import { resolve } from 'node:path';
import { chainProfile } from '@fluxion/engine/chain';
import { schemaState } from '@fluxion/engine/postgres';
import type { TransferOptions } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import type { Database } from '../database/index.ts';
import type { Selects } from './selects.ts';

type TransferContext = CommandContext<'schema' | 'only' | 'exclude' | 'select' | 'on-loss'>;

/** The file that is transferred: the command's operand. */
export function fileOf({ operands }: Pick<CommandContext, 'operands'>): string {
  return resolve(operands[0] ?? '');
}

/** What migrate and verify have in common, from the command line; Fluxion's own schema brings its profile. */
export async function transferOptions(
  context: TransferContext,
  selects: Selects,
  pool: Database['pool'],
): Promise<TransferOptions> {
  const { options, terminal, signal } = context;
  const { schema, only, exclude, 'on-loss': onLoss } = options;
  const ours = schema === 'public' && (await schemaState(pool)) !== 'absent';
  return {
    file: fileOf(context),
    pool,
    schema,
    exclude,
    selects,
    progress: terminal.progress,
    signal,
    ...(only.length > 0 ? { only } : {}),
    ...(onLoss === undefined ? {} : { onLoss }),
    ...(ours ? { profile: chainProfile } : {}),
  };
}
