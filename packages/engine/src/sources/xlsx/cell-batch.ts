import { newTextBatch, textBatchRows, type TextRows } from '../../duckdb/index.ts';

/** Puts texts of cells behind each other into a table. */
export class CellBatch {
  readonly #rows: Pick<TextRows, 'add'>;
  readonly #columns: readonly number[];
  readonly #batch;
  #used = 0;

  /** @param columns the sheet's column of each of the table's */
  constructor(rows: Pick<TextRows, 'add'>, columns: readonly number[]) {
    this.#rows = rows;
    this.#columns = columns;
    this.#batch = newTextBatch(columns.length);
    this.#batch.bytes = Buffer.alloc(256 * 1024);
  }

  add(line: number, cells: readonly (string | undefined)[]): void {
    const most = this.#columns.reduce((sum, column) => sum + (cells[column]?.length ?? 0) * 3, 0);
    if (this.#batch.count === textBatchRows || this.#used + most > this.#batch.bytes.length) this.flush();
    if (most > this.#batch.bytes.length) this.#batch.bytes = Buffer.alloc(most);
    const { bytes, starts, lengths, numbers } = this.#batch;
    const row = this.#batch.count++;
    numbers[row] = line;
    this.#columns.forEach((column, index) => {
      const text = cells[column] ?? '';
      const columnStarts = starts[index];
      const columnLengths = lengths[index];
      if (columnStarts === undefined || columnLengths === undefined) return;
      const length = text === '' ? 0 : bytes.write(text, this.#used);
      columnStarts[row] = this.#used;
      columnLengths[row] = length === 0 ? -1 : length;
      this.#used += length;
    });
  }

  flush(): void {
    this.#rows.add(this.#batch);
    this.#batch.count = 0;
    this.#used = 0;
  }
}
