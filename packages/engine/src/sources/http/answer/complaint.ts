import { excerpt } from '../failure.ts';

/** Members of an answer in which sources tell that something has gone wrong. */
export const complaintNames = ['error', 'errors', 'success', 'ok', 'message', 'mensaje', 'detail'] as const;

/** What an answer says of itself, by the name of the member: its value as JSON. */
export type Said = ReadonlyMap<string, string>;

/** What the source complains of in an answer that may hold rows all the same; undefined if it does not. */
export function complaint(said: Said): string | undefined {
  for (const name of ['error', 'errors']) {
    const value = said.get(name);
    if (value !== undefined && !/^(?:null|false|""|0|\[\s*\]|\{\s*\})$/.test(value)) return excerpt(plain(value));
  }
  const failed = ['success', 'ok'].find((name) => said.get(name) === 'false');
  return failed === undefined ? undefined : (explanation(said) ?? `"${failed}": false`);
}

/** What an answer without rows says instead of them, if it says anything. */
export function explanation(said: Said): string | undefined {
  const found = complaint(withoutSuccess(said));
  if (found !== undefined) return found;
  const value = ['message', 'mensaje', 'detail'].map((name) => said.get(name)).find((text) => text?.startsWith('"'));
  return value === undefined ? undefined : excerpt(plain(value));
}

function withoutSuccess(said: Said): Said {
  return new Map([...said].filter(([name]) => name !== 'success' && name !== 'ok'));
}

/** The text of a JSON string; other values as they stand. A string that was too long to keep has no end. */
function plain(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1);
  }
}
