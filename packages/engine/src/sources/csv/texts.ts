import { rawText } from './unreadable.ts';
import { scannerOf, visit, type CsvFile } from './visit.ts';

/** The raw text of the records that begin at these lines. */
export async function textOfCsv(csv: CsvFile, lines: ReadonlySet<number>): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  if (lines.size === 0) return texts;
  const { scanner, memory } = scannerOf(csv);
  await visit(
    csv,
    { scanner, memory },
    {
      record() {
        if (lines.has(scanner.line)) texts.set(scanner.line, rawText(scanner));
        return texts.size < lines.size;
      },
    },
  );
  return texts;
}
