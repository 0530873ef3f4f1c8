import { FluxionError } from '../../base/index.ts';
import type { EncodingEvidence } from './encoding-evidence.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface RecognisedEncoding {
  readonly encoding: Encoding;
  /** True if lines are UTF-8 and others are not, and nobody said what the file is. */
  readonly mixed: boolean;
}

/** An encoding as it may be told: UTF-16 in the order of the file's mark. */
export type NamedEncoding = Encoding | 'utf-16';

/** What each encoding is called, without signs. ISO 8859-1 is read as the web does: with the signs of Windows-1252 besides. */
const names: Readonly<Record<string, NamedEncoding>> = {
  utf8: 'utf-8',
  ascii: 'utf-8',
  usascii: 'utf-8',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  utf16: 'utf-16',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
};

/** The encoding of that name, however it is written; undefined if none is read. */
export function encodingNamed(name: string): NamedEncoding | undefined {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return Object.hasOwn(names, plain) ? names[plain] : undefined;
}

/**
 * How a file's text is encoded: as told, or as the whole of it shows.
 * @throws FluxionError FEED_UNREADABLE if `told` is no encoding that is read
 */
export function encodingOf(evidence: EncodingEvidence, told?: string): RecognisedEncoding {
  if (told === undefined) return recognise(evidence);
  const encoding = encodingNamed(told);
  if (encoding === 'utf-16') return { encoding: evidence.bom === 'utf-16be' ? 'utf-16be' : 'utf-16le', mixed: false };
  if (encoding) return { encoding, mixed: false };
  throw new FluxionError(
    'FEED_UNREADABLE',
    `The encoding ${told} is not known: say utf-8, windows-1252, utf-16le or utf-16be.`,
  );
}

function recognise(evidence: EncodingEvidence): RecognisedEncoding {
  const { bom, evenNuls, oddNuls, valid, invalidLines } = evidence;
  const sure = (encoding: Encoding) => ({ encoding, mixed: false });
  if (bom === 'utf-16le' || bom === 'utf-16be') return sure(bom);
  // Of UTF-16 in the Latin script nearly every second byte is NUL; of a damaged file, bytes of both kinds.
  const most = evidence.bytes * 0.2;
  if (oddNuls > most && evenNuls < oddNuls / 10) return sure('utf-16le');
  if (evenNuls > most && oddNuls < evenNuls / 10) return sure('utf-16be');
  if (invalidLines === 0) return sure('utf-8');
  return valid || bom === 'utf-8' ? { encoding: 'utf-8', mixed: true } : sure('windows-1252');
}
