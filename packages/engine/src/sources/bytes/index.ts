export { decode, windows1252Text } from './decode.ts';
export { encodingNamed, encodingOf, type Encoding, type RecognisedEncoding } from './encoding.ts';
export type { EncodingEvidence } from './encoding-evidence.ts';
export { inspectFile, type InspectOptions } from './inspect-file.ts';
export type { Compression, SourceFile } from './source-file.ts';
export { wholeCharacters } from './whole-characters.ts';
