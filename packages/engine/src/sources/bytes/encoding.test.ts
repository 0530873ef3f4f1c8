import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingObserver } from './encoding-evidence.ts';
import { decode, encodingOf, wholeCharacters, type Encoding, type EncodingEvidence } from './index.ts';

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

function evidenceOf(bytes: Buffer, size = 7): EncodingEvidence {
  const observer = new EncodingObserver();
  for (let at = 0; at < bytes.length; at += size) observer.add(Buffer.from(bytes.subarray(at, at + size)));
  observer.end();
  return observer;
}

async function decoded(bytes: Buffer, encoding: Encoding, size = 3): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of decode(cut(bytes, size), encoding)) blocks.push(block);
  return Buffer.concat(blocks);
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const western = (text: string) => Buffer.from(text, 'latin1');

describe('an encoding is recognised', () => {
  it.each<[string, Buffer, string, boolean]>([
    ['ASCII', Buffer.from('a;b\n'), 'utf-8', false],
    ['nothing', Buffer.alloc(0), 'utf-8', false],
    ['UTF-8', Buffer.from('año\ncafé\n'), 'utf-8', false],
    ['UTF-8 in one line at the end', Buffer.from(`${'a;b\n'.repeat(5000)}ñ`), 'utf-8', false],
    ['a byte-order mark', Buffer.from('\ufeffa\n'), 'utf-8', false],
    ['Windows-1252', western('a\u00f1o\ncaf\u00e9\n'), 'windows-1252', false],
    ['Windows-1252 with lone carriage returns', western('a\u00f1o\rcaf\u00e9\r'), 'windows-1252', false],
    ['Windows-1252 in the last byte', western(`${'a;b\n'.repeat(5000)}\u00f1`), 'windows-1252', false],
    ['both', Buffer.concat([Buffer.from('año\n'), western('a\u00f1o\n')]), 'utf-8', true],
    ['both with lone carriage returns', Buffer.concat([Buffer.from('año\r'), western('a\u00f1o\r')]), 'utf-8', true],
    ['a byte-order mark and others', Buffer.concat([Buffer.from('\ufeff'), western('a\u00f1o\n')]), 'utf-8', true],
    ['UTF-16 with a mark', Buffer.from('\ufeff日本', 'utf16le'), 'utf-16le', false],
    ['UTF-16BE with a mark', utf16be('\ufeff日本'), 'utf-16be', false],
    ['UTF-16 without a mark', Buffer.from('fecha;año\n', 'utf16le'), 'utf-16le', false],
    ['UTF-16BE without a mark', utf16be('fecha;año\n'), 'utf-16be', false],
    ['NULs of a damaged file', Buffer.concat([Buffer.from('fecha;'), Buffer.alloc(20)]), 'utf-8', false],
  ])('%s', (_name, bytes, encoding, mixed) => {
    for (const size of [1, 2, 7, 100_000]) {
      expect(encodingOf(evidenceOf(bytes, size))).toEqual({ encoding, mixed });
    }
  });

  it('in lines longer than what is kept of one', () => {
    const long = 'añ'.repeat(60_000);
    expect(encodingOf(evidenceOf(Buffer.from(long), 999))).toEqual({ encoding: 'utf-8', mixed: false });
    expect(encodingOf(evidenceOf(western(long), 999))).toEqual({ encoding: 'windows-1252', mixed: false });
  });

  it('unless it is told', () => {
    const evidence = evidenceOf(western('a\u00f1o\n'));
    expect(encodingOf(evidence, 'UTF-8')).toEqual({ encoding: 'utf-8', mixed: false });
    expect(encodingOf(evidence, 'ISO-8859-1').encoding).toBe('windows-1252');
    expect(encodingOf(evidence, 'cp1252').encoding).toBe('windows-1252');
    expect(encodingOf(evidence, 'utf16').encoding).toBe('utf-16le');
    expect(encodingOf(evidenceOf(utf16be('\ufeffa')), 'utf-16').encoding).toBe('utf-16be');
    expect(() => encodingOf(evidence, 'ebcdic')).toThrow(/The encoding ebcdic is not known: say utf-8, windows-1252/);
  });
});

describe('text is decoded', () => {
  const text = fc.string({ unit: 'binary' });

  it('as it was written, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (written, marked, size) => {
        // The one at the beginning is the mark, not text.
        const meant = written.replace(/^\ufeff+/, '');
        const whole = marked ? `\ufeff${meant}` : meant;
        for (const [bytes, encoding] of [
          [Buffer.from(whole), 'utf-8'],
          [Buffer.from(whole, 'utf16le'), 'utf-16le'],
          [utf16be(whole), 'utf-16be'],
        ] as const) {
          expect((await decoded(bytes, encoding, size)).toString()).toBe(meant);
        }
      }),
    );
  });

  it('from every byte of Windows-1252', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const meant = Array.from(await decoded(bytes, 'windows-1252', 50).then(String));
    expect(meant.slice(0, 0x80).join('')).toBe(bytes.toString('latin1', 0, 0x80));
    expect(meant.slice(0x80, 0xa0).join('')).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
    expect(meant.slice(0xa0).join('')).toBe(bytes.toString('latin1', 0xa0));
  });

  it('into what is no UTF-8 where it is no UTF-16', async () => {
    const half = Buffer.from([0x61, 0, 0, 0xd8, 0x62, 0]);
    expect(await decoded(half, 'utf-16le')).toEqual(Buffer.from([0x61, 0xff, 0xff, 0xff, 0x62]));
    expect(await decoded(half.subarray(0, 5), 'utf-16le')).toEqual(Buffer.from([0x61, 0xff]));
  });
});

it('finds the end of the last whole character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, place) => {
      const bytes = Buffer.from(text);
      const cutOff = bytes.subarray(0, bytes.length === 0 ? 0 : place % (bytes.length + 1));
      const whole = cutOff.subarray(0, wholeCharacters(cutOff)).toString();
      expect(text.startsWith(whole)).toBe(true);
      expect(cutOff.length - Buffer.byteLength(whole)).toBeLessThan(4);
    }),
  );
});
