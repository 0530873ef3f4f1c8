import type { ReactNode } from 'react';
import { Answer, type Asked, EmptyState, Panel, TableSkeleton } from '../../../../components/index.ts';
import type { View } from '../../model/index.ts';
import { useListTexts } from '../../state/index.ts';
import { type ListRow, ListRows, type ListRowsProps } from './ListRows.tsx';

export interface ListPanelProps<Row extends ListRow> extends Omit<ListRowsProps<Row>, 'label' | 'rows'> {
  readonly view: View;
  readonly of: Asked<{ readonly datos: readonly Row[] }>;
  /** Chooses which rows. */
  readonly aside?: ReactNode;
}

/** One of the page's lists, in the state that its answer is in. */
export function ListPanel<Row extends ListRow>({ view, of, aside, ...list }: ListPanelProps<Row>) {
  const texts = useListTexts();
  const title = texts.titles[view];
  const [emptyTitle, emptyText] = texts.none[view];
  return (
    <Panel title={title} definition={texts.definitions[view]} source={of.data?.source} aside={aside}>
      <Answer
        of={of}
        skeleton={<TableSkeleton rows={12} />}
        isEmpty={({ datos }) => datos.length === 0}
        empty={<EmptyState title={emptyTitle} text={emptyText} />}
      >
        {({ datos }) => <ListRows label={title} rows={datos} {...list} />}
      </Answer>
    </Panel>
  );
}
