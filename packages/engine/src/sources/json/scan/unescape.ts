/** What stands for a character behind a backslash. */
const plain = new Uint8Array(128);
for (const [escape, character] of Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }))
  plain[escape.charCodeAt(0)] = character.charCodeAt(0);
for (const character of '"\\/') plain[character.charCodeAt(0)] = character.charCodeAt(0);

/** True for the byte of a character that may stand behind a backslash by itself. */
export function isPlainEscape(byte: number): boolean {
  return byte < 128 && plain[byte] !== 0;
}

/** The number that 4 hexadecimal digits mean; -1 if they are none. */
export function hexadecimal(bytes: Buffer, at: number): number {
  let value = 0;
  for (let place = at; place < at + 4; place++) {
    const byte = bytes[place] ?? 0;
    const letter = byte | 0x20;
    const digit =
      byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/**
 * Writes the text that a valid JSON string means, in UTF-8, to another place of the same bytes; it is never longer. Half a
 * pair of surrogates, of which a text that was cut may end, becomes U+FFFD.
 * @returns how many bytes it wrote
 */
export function unescapeInto(bytes: Buffer, start: number, length: number, target: number): number {
  const end = start + length;
  let to = target;
  for (let from = start; from < end;) {
    const byte = bytes[from++] ?? 0;
    if (byte !== 0x5c) {
      bytes[to++] = byte;
      continue;
    }
    const escape = bytes[from++] ?? 0;
    if (escape !== 0x75) {
      bytes[to++] = plain[escape] ?? 0;
      continue;
    }
    let code = hexadecimal(bytes, from);
    from += 4;
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = bytes[from] === 0x5c && bytes[from + 1] === 0x75 ? hexadecimal(bytes, from + 2) : -1;
      const isPair = code <= 0xdbff && from + 6 <= end && next >= 0xdc00 && next <= 0xdfff;
      if (isPair) from += 6;
      code = isPair ? 0x10000 + (code - 0xd800) * 0x400 + (next - 0xdc00) : 0xfffd;
    }
    to = writeCharacter(bytes, code, to);
  }
  return to - target;
}

function writeCharacter(bytes: Buffer, code: number, at: number): number {
  let to = at;
  if (code < 0x80) {
    bytes[to++] = code;
    return to;
  }
  if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) bytes[to++] = 0xe0 | (code >> 12);
    else {
      bytes[to++] = 0xf0 | (code >> 18);
      bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[to++] = 0x80 | (code & 0x3f);
  return to;
}
