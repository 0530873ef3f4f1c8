import { useMemo } from 'react';
import { Link } from 'react-aria-components';
import { Panel } from '../../../components/index.ts';
import { useAskPages } from '../../../hooks/index.ts';
import { cellName } from '../model/index.ts';
import { type ClassesQuery, useClasses, useWords } from '../state/index.ts';
import styles from './Products.module.css';
import { ProductsTable } from './ProductsTable.tsx';

/** The products of the cell that is chosen, or all; each opens its arithmetic. */
export function ProductsPanel({ query }: { readonly query: ClassesQuery }) {
  const texts = useWords();
  const { cell, hrefTo } = useClasses();
  const request = useMemo(
    () => ({ query: { ...query, ...(cell === null ? {} : { abc: cell.abc, xyz: cell.xyz ?? ('ninguna' as const) }) } }),
    [query, cell],
  );
  const pages = useAskPages('clasificarProductos', request);
  const title = cell === null ? texts.listOfAll : texts.listOf(cellName(cell));
  const seeAll = (
    <Link className={styles.all ?? ''} href={hrefTo({ cell: null })}>
      {texts.seeAll}
    </Link>
  );
  return (
    <Panel
      title={title}
      definition={texts.listDefinition}
      source={pages.data?.source}
      aside={cell === null ? null : seeAll}
    >
      <ProductsTable label={title} pages={pages} />
    </Panel>
  );
}
