import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FluxionError, messageOf } from '@fluxion/engine/base';
import type { DeliveryReport, RejectedLine } from '@fluxion/engine/ingest';

/** Where rejected lines are written for people, one file for each delivery that has some. */
export interface RejectsFolder {
  /** Writes a delivery's rejected lines; removes what an earlier load of it left if there are none any more. */
  keep(report: DeliveryReport): Promise<void>;
  /** The files written. */
  readonly files: readonly string[];
}

/** No file system takes longer names; the rest is ours. */
const longestName = 180;

/** Makes the folder if it is not there. @throws FluxionError FILE_UNWRITABLE */
export async function openRejectsFolder(folder: string): Promise<RejectsFolder> {
  await writing(folder, () => mkdir(folder, { recursive: true }));
  const files: string[] = [];
  return {
    files,
    async keep(report) {
      const file = join(folder, fileName(report.name));
      if (report.rejects.length === 0) {
        await writing(file, () => rm(file, { force: true }));
        return;
      }
      // A reader sees the file whole, or not at all.
      const partial = `${file}.partial`;
      await writing(file, () => writeFile(partial, rejectsCsv(report)));
      await writing(file, () => rename(partial, file));
      files.push(file);
    },
  };
}

/** The delivery's path or name, without what no file name holds: `in/T1/2024-05-03.csv` is `in_T1_2024-05-03.csv.rechazos.csv`. */
function fileName(delivery: string): string {
  const name = delivery.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^[._]+/, '');
  const digest = createHash('sha256').update(delivery).digest('hex').slice(0, 8);
  const fits = Buffer.byteLength(name) <= longestName;
  return `${fits ? name : `${name.slice(-longestName / 4)}_${digest}`}.rechazos.csv`;
}

const titles = ['archivo', 'linea', 'columna', 'valor', 'razon', 'texto'];

/** With semicolons and a byte order mark: so it opens right in a spreadsheet where the comma is the decimal separator. */
function rejectsCsv({ name, rejects }: DeliveryReport): string {
  const rows = rejects.map(({ file = name, line, field = '', value = '', reason, text }: RejectedLine) => [
    file,
    String(line),
    field,
    value,
    reason,
    text,
  ]);
  return `\uFEFF${[titles, ...rows].map((row) => `${row.map(csvField).join(';')}\r\n`).join('')}`;
}

function csvField(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writing(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new FluxionError('FILE_UNWRITABLE', `${path} cannot be written: ${messageOf(cause)}`, { cause });
  }
}
