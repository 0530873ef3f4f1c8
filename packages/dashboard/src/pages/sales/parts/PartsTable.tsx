import { useMemo } from 'react';
import { type Column, DataTable } from '../../../components/index.ts';
import { ratio, sumDecimals } from '../../../figures/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { Measure } from '../address/index.ts';
import { useWords } from '../explore/index.ts';
import { kindOf, type Part } from '../model/index.ts';

export interface PartsTableProps {
  readonly label: string;
  /** What a part is. */
  readonly nameHeader: string;
  readonly parts: readonly Part[];
  readonly measure: Measure;
}

/** The parts one below the other, with what share each is of them all. */
export function PartsTable({ label, nameHeader, parts, measure }: PartsTableProps) {
  const texts = useWords();
  const { numbers } = useLocale();
  const whole = useMemo(() => sumDecimals(parts.map(({ figure }) => figure)), [parts]);
  const columns = useMemo((): Column<Part>[] => {
    const share = ({ figure }: Part) => ratio(figure, whole) ?? 0;
    return [
      { id: 'parte', header: nameHeader, kind: 'text', value: ({ name }) => name, width: 30 },
      { id: 'cifra', header: texts.measures[measure], kind: kindOf(measure), value: ({ figure }) => figure },
      {
        id: 'proporcion',
        header: texts.columns.share,
        kind: 'percent',
        value: (part) => share(part).toFixed(6),
        cell: (part) => numbers.share(share(part)),
      },
    ];
  }, [nameHeader, texts, numbers, measure, whole]);
  return <DataTable label={label} rows={parts} columns={columns} rowId={({ id, name }) => id ?? name} />;
}
