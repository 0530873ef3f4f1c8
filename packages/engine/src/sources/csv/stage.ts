import type { TextRows } from '../../duckdb/index.ts';
import { fillRawTable } from '../records/raw-table.ts';
import type { StageOptions } from '../records/records.ts';
import { StagedBatch } from './staged-batch.ts';
import { unreadableRecord } from './unreadable.ts';
import { scannerOf, visit, type CsvFile } from './visit.ts';

/** Puts the wanted fields of all records into a table. @returns how many records there are, with the unreadable ones */
export function stageCsv(csv: CsvFile, options: StageOptions): Promise<number> {
  return fillRawTable(options, (rows) => fill(rows, csv, options));
}

async function fill(rows: Pick<TextRows, 'add'>, csv: CsvFile, options: StageOptions): Promise<number> {
  const { encoding, layout } = csv;
  const { scanner, memory } = scannerOf(csv);
  const columns = options.fields.map(({ column }) => column);
  const staged = new StagedBatch({ scanner, memory, columns, quote: layout.dialect.quote });
  let records = 0;
  let told = 0;
  const flush = () => {
    rows.add(staged.batch);
    staged.clear();
  };
  await visit(
    csv,
    { scanner, memory, signal: options.signal },
    {
      record(step) {
        if (step === 'unreadable') options.onUnreadable(unreadableRecord(scanner, encoding));
        else if (!staged.take()) return true;
        else if (staged.isFull) flush();
        records++;
        return true;
      },
      windowEnds() {
        flush();
        options.onRecords?.(records - told);
        told = records;
      },
    },
  );
  return records;
}
