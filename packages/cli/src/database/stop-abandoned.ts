import { withDatabase } from './with-database.ts';

/** Stops the embedded server that a process of ours left behind when it crashed: joined and left, it ends. */
export async function stopAbandoned(context: Parameters<typeof withDatabase>[0]): Promise<void> {
  if (context.options.database === undefined) await withDatabase(context, async () => {});
}
