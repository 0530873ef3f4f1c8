import { useMemo } from 'react';
import { DataTable } from '../../../components/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { resultColumns, type ResultProps, type ResultRow } from '../model/result-columns.ts';
import { words } from '../texts.ts';

const rowId = (_: ResultRow, index: number) => String(index);

/** An answer as a table, every digit of it. */
export function ResultTable({ columns, rows }: ResultProps) {
  const texts = useTexts(words);
  const { tag } = useLocale();
  const shown = useMemo(() => resultColumns(columns, rows, tag), [columns, rows, tag]);
  return <DataTable label={texts.result} rows={rows} columns={shown} rowId={rowId} />;
}
