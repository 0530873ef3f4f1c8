import type { Encoding } from './encoding.ts';

/** What stands for bytes that no text can be made of: never a byte of UTF-8, so that the line is told as unreadable. */
const unreadable = 0xff;
const replacement = Buffer.from('\ufffd');

const boms: Readonly<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
  'windows-1252': Buffer.alloc(0),
};

/** Bytes in an encoding as UTF-8, without a byte-order mark. What is not text in that encoding becomes bytes that are not UTF-8. */
export function decode(blocks: AsyncIterable<Buffer>, encoding: Encoding): AsyncIterable<Buffer> {
  const text = withoutPrefix(blocks, boms[encoding]);
  if (encoding === 'utf-8') return text;
  return encoding === 'windows-1252' ? fromWindows1252(text) : fromUtf16(text, encoding === 'utf-16be');
}

async function* withoutPrefix(blocks: AsyncIterable<Buffer>, prefix: Buffer): AsyncGenerator<Buffer> {
  let beginning: Buffer | undefined = Buffer.alloc(0);
  for await (const block of blocks) {
    if (!beginning) {
      yield block;
      continue;
    }
    beginning = Buffer.concat([beginning, block]);
    if (beginning.length < prefix.length) continue;
    const begins = beginning.subarray(0, prefix.length).equals(prefix);
    yield begins ? beginning.subarray(prefix.length) : beginning;
    beginning = undefined;
  }
  if (beginning?.length) yield beginning;
}

/** What Windows-1252 has at 0x80 to 0x9f; the five that it leaves open stay control characters, as in the WHATWG's table. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A text in Windows-1252. Node's own decoder has taken it for ISO 8859-1 in several versions. */
export function windows1252Text(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

async function* fromWindows1252(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const block of blocks) yield Buffer.from(windows1252Text(block));
}

async function* fromUtf16(blocks: AsyncIterable<Buffer>, bigEndian: boolean): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const block of blocks) {
    const bytes = Buffer.concat([rest, block]);
    const end = wholeUnits(bytes, bigEndian);
    rest = Buffer.from(bytes.subarray(end));
    const units = bytes.subarray(0, end);
    if (bigEndian) units.swap16();
    const text = Buffer.from(units.toString('utf16le'));
    markUnreadable(text);
    yield text;
  }
  if (rest.length > 0) yield Buffer.from([unreadable]);
}

/** How many bytes there are without half a unit, or half a pair of surrogates, at the end. */
function wholeUnits(bytes: Buffer, bigEndian: boolean): number {
  const end = bytes.length - (bytes.length % 2);
  const high = end === 0 ? 0 : (bytes[bigEndian ? end - 2 : end - 1] ?? 0);
  return (high & 0xfc) === 0xd8 ? end - 2 : end;
}

function markUnreadable(text: Buffer): void {
  for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + replacement.length)) {
    text.fill(unreadable, at, at + replacement.length);
  }
}
