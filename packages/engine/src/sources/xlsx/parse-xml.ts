import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** Takes what an XML document holds, in its order. Names are without their prefix. */
export interface XmlVisitor {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** True once the rest may be left unread. */
  readonly done?: boolean;
}

/** Reads an XML document of any size, which expands no entities of its own. @throws Error if it is not well-formed */
export async function parseXml(blocks: AsyncIterable<Buffer>, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => visitor.open(localName(name), attributes));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', ({ name }) => visitor.close?.(localName(name)));
  let decoder: TextDecoder | undefined;
  for await (const block of blocks) {
    decoder ??= new TextDecoder(block[0] === 0xff && block[1] === 0xfe ? 'utf-16le' : 'utf-8', { fatal: true });
    parser.write(decoder.decode(block, { stream: true }));
    if (visitor.done === true) return;
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
