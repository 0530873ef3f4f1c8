import { FluxionError, messageOf } from '../../base/index.ts';
import { guard, longestText } from './allowed.ts';
import { SqlRefused } from './refused.ts';

/**
 * What DuckDB says of a statement, in one line and without what is ours: its text is the one that was put together, so the
 * place is looked up in the person's.
 */
export function explainSqlError(error: unknown, text: string): unknown {
  if (error instanceof FluxionError) return error;
  const message = messageOf(error);
  if (message.includes(guard)) return new SqlRefused('argument', `> ${longestText}`);
  if (/^(?:Out of Memory|IO) Error/.test(message)) return new SqlRefused('memory', '');
  const kind =
    /^(?:Binder|Catalog|Conversion|Invalid Input|Out of Range|Invalid Type|Parser|Syntax|Not implemented|Mismatch Type|Expression|Constraint|INTERNAL|Sequence|Parameter Not Resolved|Value) Error: /i;
  if (!kind.test(message)) return error;
  const said = message.startsWith('INTERNAL') ? '' : sentence(message.replace(kind, ''));
  const name = /"([^"]+)"/.exec(said)?.[1];
  const at = name === undefined ? -1 : text.toLowerCase().indexOf(name.toLowerCase());
  return new SqlRefused('failed', said, at < 0 ? undefined : at);
}

const longestSaid = 300;

function sentence(message: string): string {
  const [said = ''] = message.split(/\n\s*\n|\nLINE \d|\n\tCandidate functions|\nDid you mean/);
  return said.replace(/\s+/g, ' ').trim().slice(0, longestSaid);
}
