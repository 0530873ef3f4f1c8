import { createHash } from 'node:crypto';

/** PostgreSQL cuts longer names silently, so that two could become one. In bytes of UTF-8. */
const longestName = 63;

/** The names of columns that every table of PostgreSQL has already. */
const systemColumns = new Set(['ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid']);

/** PostgreSQL's own schema, and the one of this program's ledger. */
const keptSchemas = new Set(['information_schema', 'fluxion_transfer']);

/** Stands where a character cannot. */
const replacement = '\ufffd';

const digestForm = /_[0-9a-f]{8}$/;

/**
 * The name that an object or a column of the source gets in PostgreSQL: the same, whatever its case, unless PostgreSQL could
 * not keep it. One of over 63 bytes, of no character, with a character that no text of PostgreSQL has, or of a system column
 * ends in `_` and 8 digits of a digest of the whole name; so does an ordinary name that looks like the outcome of that. Different names
 * stay different, but for two with the same beginning and the same 32 bits of digest.
 */
export function postgresName(name: string): string {
  return isOrdinary(name) ? name : withDigest(name, name);
}

/** The name that a schema gets: as `postgresName`, and outside of what PostgreSQL keeps for its own (`pg_...`) or the ledger has. */
export function postgresSchema(name: string): string {
  if (name.startsWith('pg_') || /^_pg_.*_[0-9a-f]{8}$/s.test(name)) return withDigest(`_${name}`, name);
  const base = name.replace(digestForm, '');
  return keptSchemas.has(name) || keptSchemas.has(base) ? withDigest(name, name) : postgresName(name);
}

function isOrdinary(name: string): boolean {
  const bytes = Buffer.byteLength(name);
  if (bytes > longestName || isImpossible(name)) return false;
  if (!digestForm.test(name)) return true;
  // A character has up to four bytes: a cut name may be up to three short of the limit.
  const base = name.replace(digestForm, '');
  return bytes < longestName - 3 && !isImpossible(base) && !base.includes(replacement);
}

/** A NUL, or half of a surrogate pair: PostgreSQL's text has neither. */
const noText = /[\0\p{Surrogate}]/u;

function isImpossible(name: string): boolean {
  return name === '' || systemColumns.has(name) || noText.test(name);
}

/** As much of `text` as there is room for, and the digest of `whole`. */
function withDigest(text: string, whole: string): string {
  const digest = createHash('sha256').update(whole, 'utf16le').digest('hex').slice(0, 8);
  return `${cut(text.replaceAll(new RegExp(noText, 'gu'), replacement), longestName - 9)}_${digest}`;
}

/** The longest beginning of `text` that has at most `limit` bytes and ends between two characters. */
function cut(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  let end = limit;
  // 10xxxxxx: the middle of a character.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}
