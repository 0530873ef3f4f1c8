import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import { Answer, DataTable, EmptyState, TableSkeleton } from '../../../components/index.ts';
import type { AskedPages } from '../../../hooks/index.ts';
import { useClasses, useWords } from '../state/index.ts';
import { productColumns } from './columns.ts';

export interface ProductsTableProps {
  readonly label: string;
  readonly pages: AskedPages<AnswerTo<'clasificarProductos'>>;
}

/** Classified products, the one that sold most first. */
export function ProductsTable({ label, pages }: ProductsTableProps) {
  const texts = useWords();
  const { hrefTo } = useClasses();
  const columns = useMemo(() => productColumns(texts), [texts]);
  return (
    <Answer
      of={pages}
      skeleton={<TableSkeleton rows={12} />}
      isEmpty={({ datos }) => datos.length === 0}
      empty={<EmptyState title={texts.noProductsTitle} text={texts.noProducts} />}
    >
      {({ datos }) => (
        <DataTable
          label={label}
          rows={datos}
          columns={columns}
          rowId={({ producto_id }) => producto_id}
          href={({ producto_id }) => hrefTo({ product: producto_id })}
          onEnd={pages.more}
          loadingMore={pages.loadingMore}
        />
      )}
    </Answer>
  );
}
