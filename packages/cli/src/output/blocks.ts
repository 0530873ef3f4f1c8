import { lineWidth, wrapped } from './layout.ts';

/** A title with its lines indented below; nothing if there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => indented(line, 2))];
}

/** Every line of a text moved to the right. */
export function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

/** Sentences as a list, each wrapped. */
export function bullets(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) =>
    wrapped(sentence, lineWidth - 4).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`),
  );
}
